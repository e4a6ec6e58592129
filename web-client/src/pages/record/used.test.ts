import { describe, expect, it } from 'vitest';
import type { RecordDecision } from '../../session/record';
import { usedWorksheets } from './used';

const decided = (code: string, minute: number, args: Record<string, string> = {}): RecordDecision => ({
  at: `2026-11-19T18:${String(minute).padStart(2, '0')}:00Z`,
  code,
  args: { form: 'check-in', version: '1', ...args },
  text: '',
});

describe('The worksheets that were used', () => {
  it('are told once each, from when to when and for how many', () => {
    const used = usedWorksheets([
      decided('worksheet.opened', 5),
      decided('worksheet.opened-some', 9, { form: 'halt', number: '3' }),
      decided('worksheet.closed', 20),
    ]);
    expect(used).toEqual([
      {
        form: 'check-in',
        version: '1',
        from: '2026-11-19T18:05:00Z',
        to: '2026-11-19T18:20:00Z',
        people: 'everyone',
      },
      { form: 'halt', version: '1', from: '2026-11-19T18:09:00Z', people: 3 },
    ]);
  });

  it('go on when they are opened for others as well, and begin anew after they were closed', () => {
    const used = usedWorksheets([
      decided('worksheet.opened-one', 5),
      decided('worksheet.opened-some', 6, { number: '2' }),
      decided('worksheet.closed', 10),
      decided('worksheet.opened-one', 30),
    ]);
    expect(used.map(({ people }) => people)).toEqual([2, 1]);
  });

  it('are nothing else that was decided', () => {
    const muted = { ...decided('floor.muted', 5), args: {} };
    expect(usedWorksheets([muted, decided('worksheet.closed', 6)])).toEqual([]);
  });
});
