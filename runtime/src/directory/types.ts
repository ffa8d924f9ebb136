/** Regions, departments, posts and people. Departments have a type (the role a lane names) and a parent. */
import type { Page, PageQuery } from '../paging.ts';
import type { Result } from '../result.ts';
import type { Named, Role } from '../session/types.ts';

export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly typeName: string;
  readonly parent: string | null;
  readonly region: string;
  readonly regionName: string;
}
export interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
}
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly department: string | null;
  readonly departmentName: string | null;
  /** Of people without a department; null when it is not known. */
  readonly region: string | null;
  readonly regionName: string | null;
  readonly posts: readonly Named[];
  readonly roles: readonly Role[];
}
export interface NewDepartment {
  readonly name: string;
  readonly type: string;
  readonly region: string;
  readonly parent: string | null;
}
export interface NewPerson {
  readonly name: string;
  readonly account: string;
  readonly password: string;
  readonly department: string | null;
  /** Must be said of a person without department and roles, who comes to apply; kept only without a department. */
  readonly region: string | null;
  readonly posts: readonly string[];
  readonly roles: readonly Role[];
}

export interface DirectoryArea {
  departments(query: PageQuery & { search?: string | undefined }): Promise<Page<DepartmentRow>>;
  types(): Promise<readonly Named[]>;
  posts(): Promise<readonly Named[]>;
  regions(): Promise<readonly RegionRow[]>;
  people(query: PageQuery & { search?: string | undefined }): Promise<Page<PersonRow>>;
  addRegion(input: { name: string; parent: string | null }): Promise<Result<{ id: string }>>;
  addType(input: { name: string }): Promise<Result<{ id: string }>>;
  addPost(input: { name: string }): Promise<Result<{ id: string }>>;
  addDepartment(input: NewDepartment): Promise<Result<{ id: string }>>;
  addPerson(input: NewPerson): Promise<Result<{ id: string }>>;
  /** `region` left out: as it was. */
  setPosts(input: {
    person: string;
    posts: readonly string[];
    roles: readonly Role[];
    region?: string | undefined;
  }): Promise<Result<null>>;
}
