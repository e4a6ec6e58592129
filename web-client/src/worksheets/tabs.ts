import type { Tabs } from './answers-store';
import type { Change } from './changes';

/** The tabs of this browser that show the same sheet of the same person. An older browser has no turns: each sends. */
export function browserTabs(sheet: string): Tabs {
  const name = `holdfast-sheet ${sheet}`;
  let channel = 'BroadcastChannel' in window ? new BroadcastChannel(name) : undefined;
  return {
    inTurn: (work) => ('locks' in navigator ? navigator.locks.request(name, work) : work()),
    tell: (change) => channel?.postMessage(change),
    listen(heard) {
      if (channel) channel.onmessage = ({ data }: MessageEvent<Change>) => heard(data);
      return () => {
        channel?.close();
        channel = undefined;
      };
    },
  };
}
