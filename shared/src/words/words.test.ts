import { describe, expect, it } from 'vitest';
import { CALENDAR_PROBLEMS, CALENDAR_WARNINGS, splitWorkingTime } from '../calendar/index.ts';
import { REJECTIONS, TIMELINE_TYPES } from '../kernel/index.ts';
import {
  CALENDAR_WARNING_WORDS,
  CALENDAR_WORDS,
  REJECTION_WORDS,
  say,
  sayWorkingTime,
  TIMELINE_WORDS,
} from './index.ts';

describe('words of the kernel', () => {
  it('has a sentence in both languages for everything it can say', () => {
    for (const [codes, words] of [
      [REJECTIONS, REJECTION_WORDS],
      [TIMELINE_TYPES, TIMELINE_WORDS],
      [CALENDAR_PROBLEMS, CALENDAR_WORDS],
      [CALENDAR_WARNINGS, CALENDAR_WARNING_WORDS],
    ] as const) {
      expect(Object.keys(words).sort()).toEqual([...codes].sort());
      for (const { zh, en } of Object.values(words)) {
        expect(zh).toMatch(/[一-鿿]/);
        expect(en).not.toMatch(/[一-鿿]/);
        const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
        expect(places(en)).toEqual(places(zh));
      }
    }
  });

  it('says a part only when it is known', () => {
    const done = { department: '甲局', step: '初审', outcome: '同意' };
    expect(say(TIMELINE_WORDS.activityDecided, done, 'zh')).toBe('甲局办结“初审”：同意');
    expect(say(TIMELINE_WORDS.activityDecided, { ...done, department: '' }, 'en')).toBe('finished “初审”: 同意');
    expect(say(REJECTION_WORDS.otherDepartment, undefined, 'zh')).toContain('由其他部门办理');
  });

  it('says working time in days and hours', () => {
    const said = (minutes: number, language: 'zh' | 'en') => sayWorkingTime(splitWorkingTime(minutes, 420), language);
    expect(said(2 * 420 + 180, 'zh')).toBe('2 个工作日 3 小时');
    expect(said(420 + 25, 'en')).toBe('1 working day');
    expect(said(45, 'zh')).toBe('45 分钟');
    expect(said(-60, 'en')).toBe('1 hour');
    expect(said(0, 'zh')).toBe('0 分钟');
  });
});
