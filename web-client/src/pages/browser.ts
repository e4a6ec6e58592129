/** What is known of the browser that shows this page; it decides only which words of advice are given. */
export type BrowserKind = 'safari-ios' | 'chrome-android' | 'chrome' | 'firefox' | 'safari' | 'other';

export const isApple = (agent: string): boolean => /iPhone|iPad|iPod/.test(agent);

export function browserKind(agent: string): BrowserKind {
  if (isApple(agent)) return 'safari-ios';
  if (/Firefox\//.test(agent)) return 'firefox';
  if (/Android/.test(agent)) return 'chrome-android';
  if (/Chrome\//.test(agent)) return 'chrome';
  if (/Safari\//.test(agent)) return 'safari';
  return 'other';
}
