import { expect, it } from 'vitest';
import type { GroupView, StaffLine } from './books';
import { leaders } from './leaders';

const dana: StaffLine = { id: 'p-dana', name: 'Dana W.', roles: ['facilitator', 'supervisor'] };
const ruth: StaffLine = { id: 'p-ruth', name: 'Ruth A.', roles: ['clinic-admin'] };
const ben: StaffLine = { id: 'p-ben', name: 'Ben H.', roles: ['clinician'] };

const led = (...staff: StaffLine[]) => ({ staff }) as unknown as GroupView;
const names = (of: { name: string }[]) => of.map(({ name }) => name);

it('offers who may lead, and nobody who only keeps the books', () => {
  expect(names(leaders([ben, dana, ruth], undefined))).toEqual(['Ben H.', 'Dana W.']);
});

it('keeps on offer who leads the group already, once each', () => {
  expect(names(leaders([ben, ruth], led(dana, ben)))).toEqual(['Ben H.', 'Dana W.']);
  expect(names(leaders([ruth], led(ruth)))).toEqual(['Ruth A.']);
});
