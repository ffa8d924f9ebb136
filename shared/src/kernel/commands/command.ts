/**
 * What a command is to decide.ts: it checks, then emits events into the turn. A rejection discards the turn whole.
 * Routing runs after every command that was not refused; a command only puts tokens down.
 */
import type { Command, CommandType, Rejection } from '../types.ts';
import type { Turn } from '../turn.ts';

export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
export type Handler<T extends CommandType> = {
  run(turn: Turn, command: CommandOf<T>): Rejection | null;
}['run'];
/** The table entry that a command's own type picked. */
export type AnyHandler = { run(turn: Turn, command: Command): Rejection | null }['run'];

export const reject = (code: Rejection['code'], params?: Rejection['params']): Rejection =>
  params ? { code, params } : { code };

export const isBlank = (text: string): boolean => text.trim() === '';
