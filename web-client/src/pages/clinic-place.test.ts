import { expect, it } from 'vitest';
import { clinicPlace } from './clinic-place';

it('finds the page of an address, and leaves the others to the others', () => {
  expect(clinicPlace('/staff/groups')).toEqual({ at: 'groups' });
  expect(clinicPlace('/staff/groups/new')).toEqual({ at: 'new-group' });
  expect(clinicPlace('/staff/groups/g-1')).toEqual({ at: 'group', id: 'g-1' });
  expect(clinicPlace('/staff/groups/g-1/change')).toEqual({ at: 'change-group', id: 'g-1' });
  expect(clinicPlace('/staff/people/import')).toEqual({ at: 'import' });
  expect(clinicPlace('/staff/people/p-1/')).toEqual({ at: 'person', id: 'p-1' });
  expect(clinicPlace('/staff/people/p-1/change')).toEqual({ at: 'change-person', id: 'p-1' });
  expect(clinicPlace('/staff/people/p-1/worksheets/w-1')).toEqual({
    at: 'worksheet',
    id: 'p-1',
    sheet: 'w-1',
  });
  expect(clinicPlace('/staff/clinic')).toEqual({ at: 'own-clinic' });
  expect(clinicPlace('/staff/schedule')).toEqual({ at: 'schedule' });
  for (const other of ['/staff', '/staff/session/s-1', '/staff/session/s-1/record', '/staff/groups/a/b/c'])
    expect(clinicPlace(other), other).toBeUndefined();
});
