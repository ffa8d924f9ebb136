/** FEEL's values that JSON has no form for. They are immutable; `toString` gives their ISO text. */
export {
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelFunction,
  FeelRange,
  FeelTime,
  parseDate,
  parseDateTime,
  parseTime,
  duration as parseDuration,
} from 'feelin';
