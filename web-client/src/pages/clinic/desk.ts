import { createContext } from 'svelte';
import type { StaffRole } from '../../clinic/books';
import type { AuditApi } from '../../clinic/audit-api';
import type { ClinicApi } from '../../clinic/clinic-api';
import type { ScheduleApi } from '../../clinic/schedule-api';
import type { StaffSheets } from '../../worksheets/staff-sheets';

/** What every page of the clinic works with. */
export interface ClinicDesk {
  api: ClinicApi;
  calendar: ScheduleApi;
  audit: AuditApi;
  /** What people wrote. */
  sheetsOf: (person: string) => StaffSheets;
  /** Who reads. */
  me: { id: string; name: string };
  roles: readonly StaffRole[];
  /** The address of another page for the same seat, from `groups/g-1` or the like. */
  to: (path: string) => string;
}

export const [useClinic, provideClinic] = createContext<ClinicDesk>();
