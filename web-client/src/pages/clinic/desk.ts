import { createContext } from 'svelte';
import type { StaffRole } from '../../clinic/books';
import type { AuditApi } from '../../clinic/audit-api';
import type { ClinicApi } from '../../clinic/clinic-api';
import type { ScheduleApi } from '../../clinic/schedule-api';

/** What every page of the clinic works with. */
export interface ClinicDesk {
  api: ClinicApi;
  calendar: ScheduleApi;
  audit: AuditApi;
  roles: readonly StaffRole[];
  /** The address of another page for the same seat, from `groups/g-1` or the like. */
  to: (path: string) => string;
}

export const [useClinic, provideClinic] = createContext<ClinicDesk>();
