import type { Exported } from '../../session/api';

/** Hands a file to the person, under the name that the server gave it. */
export function saveFile({ name, content }: Exported): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
