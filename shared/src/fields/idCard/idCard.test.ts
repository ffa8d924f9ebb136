import { expect, test } from 'vitest';
import { checkValue, idCardCheckDigit, idCardFacts, maskValue, normaliseValue } from '../index.ts';

const card = { kind: 'idCard' } as const;
const valid = (first17: string) => first17 + idCardCheckDigit(first17);

test('the check digit of the standard example is found', () => {
  expect(idCardCheckDigit('11010519491231002')).toBe('X');
  expect(checkValue(card, '11010519491231002X')).toEqual([]);
  expect(checkValue(card, '11010519491231002x')).toEqual([]);
});

test('one wrong digit is noticed wherever it stands', () => {
  const number = valid('99000119660315102');
  expect(checkValue(card, number)).toEqual([]);
  for (let i = 0; i < 6; i++) {
    const wrong = number.slice(0, i) + String((Number(number[i]) + 1) % 10) + number.slice(i + 1);
    expect(checkValue(card, wrong)).toEqual([{ code: 'idCardCheckDigit' }]);
  }
});

test('a birth date that never was is refused even with a right check digit', () => {
  expect(checkValue(card, valid('99000119660230102'))).toEqual([{ code: 'idCardDate' }]);
});

test('a number of another length says how long it is', () => {
  expect(checkValue(card, '99000119660315')).toEqual([{ code: 'idCardForm', params: { length: 14 } }]);
  expect(checkValue(card, 'A'.repeat(18))).toEqual([{ code: 'idCardForm', params: { length: 18 } }]);
  expect(checkValue(card, 1)).toEqual([{ code: 'wrongKind', params: { kind: 'idCard' } }]);
});

test('the number tells birth date and sex', () => {
  expect(idCardFacts(valid('99000119660315102'))).toEqual({ birth: '1966-03-15', sex: 'female' });
  expect(idCardFacts(valid('99000119660315101'))).toEqual({ birth: '1966-03-15', sex: 'male' });
  expect(idCardFacts('990001')).toBeNull();
});

test('others see only both ends of it, and typing habits make no second person', () => {
  expect(maskValue(card, '11010519491231002X')).toBe('1101************2X');
  expect(normaliseValue(card, ' 110105 19491231 002x')).toBe('11010519491231002X');
});
