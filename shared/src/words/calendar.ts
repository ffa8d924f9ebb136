/** Sentences for what is wrong with a calendar, and for what deserves a second look before it takes effect. */
import type { CalendarProblemCode, CalendarWarningCode } from '../calendar/problems.ts';
import type { Sayable } from './say.ts';
import type { Language } from './sentence.ts';

export const CALENDAR_WORDS: Readonly<Record<CalendarProblemCode, Sayable>> = {
  calendarShape: {
    zh: '文件格式不对[（位置：{at}）]，没有导入。应包含 year、papers 和 days（name、date、isOffDay）。',
    en: 'The file has the wrong form[ (at {at})] and was not imported. It needs year, papers and days (name, date, isOffDay).',
  },
  calendarYear: {
    zh: '年份 {year} 超出可导入的范围（2000–2100），没有导入。请核对文件。',
    en: 'The year {year} is outside 2000–2100, so nothing was imported. Check the file.',
  },
  calendarDate: {
    zh: '日期 {date} 不存在[，或不属于 {year} 年的放假安排]，没有生效。请核对后再提交。',
    en: 'The date {date} does not exist[ or does not belong to {year}], so nothing took effect. Check it and submit again.',
  },
  calendarDuplicate: {
    zh: '日期 {date} 出现了两次，没有生效。请删去重复的一条。',
    en: 'The date {date} appears twice, so nothing took effect. Remove one of them.',
  },
  calendarEmpty: {
    zh: '文件里没有 {year} 年的放假日，没有导入。请使用国务院办公厅放假通知的数据。',
    en: 'The file has no days off for {year}, so nothing was imported. Use the data of the State Council notice.',
  },
  calendarHours: {
    zh: '上班时间有误，没有保存。每一段的结束要晚于开始，各段按先后排列、互不重叠，至少有一段。',
    en: 'The office hours are not right, so nothing was saved. Each part ends after it begins, in order, without overlap, and there is one at least.',
  },
  calendarSeason: {
    zh: '季节作息 {from} 至 {to} 的日期不存在，或与另一段重叠，没有保存。请按“月-日”填写，各段错开。',
    en: 'The season from {from} to {to} has a date that does not exist or overlaps another, so nothing was saved. Write month and day, and keep seasons apart.',
  },
  calendarSeasonLength: {
    zh: '季节作息 {from} 至 {to} 每天的上班时长与平时不同，没有保存。一个工作日全年应当一样长，请调整起止时间。',
    en: 'A day in the season from {from} to {to} is not as long as usual, so nothing was saved. A working day is equally long all the year: adjust the hours.',
  },
  calendarChanged: {
    zh: '您查看影响之后，工作日历又被修改过，没有生效。请重新查看影响后再确认。',
    en: 'The calendar was changed after you looked at the effect, so nothing took effect. Look at it again, then confirm.',
  },
};

export const CALENDAR_WARNING_WORDS: Readonly<Record<CalendarWarningCode, Sayable>> = {
  calendarNoPaper: {
    zh: '没有写明 {year} 年放假通知的出处（papers）。请确认数据来自国务院办公厅的通知。',
    en: 'The source of the notice for {year} (papers) is not given. Make sure that the data are those of the State Council.',
  },
  calendarFewDays: {
    zh: '{year} 年只有 {off} 天放假，少于全国法定节假日的 13 天，安排可能不完整。',
    en: 'Only {off} days off in {year}, fewer than the 13 national holidays: the list may be incomplete.',
  },
  calendarWorkOnWeekday: {
    zh: '{date} 本来就是工作日，写成调休上班不起作用。请核对日期。',
    en: '{date} is a working day anyway, so marking it as a make-up day has no effect. Check the date.',
  },
  calendarPast: {
    zh: '{year} 年已经过去。已办结的不会改变，只有在办件的时限会重算。',
    en: 'The year {year} is over. Nothing that has ended changes; only running cases are recomputed.',
  },
};

/** National holidays as notices name them, without 节. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  元旦: 'New Year’s Day',
  春: 'Spring Festival',
  清明: 'Tomb-Sweeping Day',
  劳动: 'Labour Day',
  端午: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  国庆: 'National Day',
};

/** A holiday's name for readers of a language; one that is not national stays as it was written. */
export function sayHoliday(name: string, language: Language): string {
  if (language === 'zh') return name;
  const parts = name.split('、').map((part) => HOLIDAYS[part.replace(/节$/, '')]);
  return parts.every((part) => part !== undefined) ? parts.join(', ') : name;
}
