import type { Contact, PersonView, Reach } from '../../clinic/books';

/** A person while they are written down: as it stands in the fields. */
export interface PersonDraft {
  part: 'participant' | 'staff';
  name: string;
  number: string;
  on: string;
  speaks: Reach['speaks'];
  channel: Reach['channel'];
  email: string;
  phone: string;
  mayLeaveMessage: boolean;
  contactName: string;
  contactPhone: string;
}

export type PersonFault = 'no-name' | 'no-number' | 'no-on' | 'no-way' | 'half-contact';

export interface PersonWritten {
  name: string;
  number: string;
  reach: Reach;
  contact?: Contact;
}

export function draftOf(person: PersonView | undefined, today: string): PersonDraft {
  const { reach, contact } = person ?? {};
  return {
    part: person?.part ?? 'participant',
    name: person?.name ?? '',
    number: person?.number ?? '',
    on: today,
    speaks: reach?.speaks ?? 'english',
    channel: reach?.channel ?? 'none',
    email: reach?.email ?? '',
    phone: reach?.phone ?? '',
    mayLeaveMessage: reach?.mayLeaveMessage ?? false,
    contactName: contact?.name ?? '',
    contactPhone: contact?.phone ?? '',
  };
}

/** What is asked of the server, or what is still missing, the first thing first. */
export function writtenIn(draft: PersonDraft, fresh: boolean): PersonWritten | PersonFault {
  const [name, number] = [draft.name.trim(), draft.number.trim()];
  const [email, phone] = [draft.email.trim(), draft.phone.trim()];
  const contact = { name: draft.contactName.trim(), phone: draft.contactPhone.trim() };
  if (!name) return 'no-name';
  if (!number) return 'no-number';
  if (fresh && draft.part === 'participant' && !draft.on) return 'no-on';
  if (draft.channel === 'email' && !email) return 'no-way';
  if ((draft.channel === 'sms' || draft.channel === 'call') && !phone) return 'no-way';
  if ((contact.name === '') !== (contact.phone === '')) return 'half-contact';
  const { speaks, channel, mayLeaveMessage } = draft;
  const reach = { speaks, channel, mayLeaveMessage, ...(email && { email }), ...(phone && { phone }) };
  return { name, number, reach, ...(contact.name && { contact }) };
}
