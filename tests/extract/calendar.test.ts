import { describe, expect, it } from 'vitest';
import { calendarReader } from '../../src/extract/calendar.ts';
import { readWith, sampleIsRead, textAt } from './reading.ts';

describe('a calendar file', () => {
  it('gives what is said of each entry, with its times and who was asked, not those of its time zone', async () => {
    const reading = await readWith(
      calendarReader,
      [
        'BEGIN:VCALENDAR',
        'BEGIN:VTIMEZONE',
        'TZID:Europe/London',
        'COMMENT:summer',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTART;TZID=Europe/London:20240902T090000',
        'SUMMARY:Clinic - Mrs Vale',
        'DESCRIPTION:NHS 999 107 9203\\, bring',
        '  results',
        'LOCATION:Room 4',
        'ATTENDEE;CN="Fennimore, Ida":mailto:ida@example.org',
        'ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=a.txt:aGVsbG8=',
        'END:VEVENT',
        'BEGIN:VTODO',
        'SUMMARY:ring',
        'END:VTODO',
        'END:VCALENDAR',
      ].join('\r\n'),
    );
    expect(textAt(reading, 'entry 1')).toBe(
      'Starts: 02/09/2024 09:00\nSummary: Clinic - Mrs Vale\nDescription: NHS 999 107 9203, bring results\nLocation: Room 4\nAttendee: Fennimore, Ida, ida@example.org',
    );
    expect(textAt(reading, 'entry 2')).toBe('Summary: ring');
    expect(textAt(reading)).not.toContain('summer');
    expect(reading.inner.map(({ name }) => name)).toEqual(['entry 1, a.txt']);
    expect(await sampleIsRead(calendarReader)).toBe(true);
  });
});
