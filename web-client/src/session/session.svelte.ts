import type { Command, CommandType } from './commands';
import { Connection } from './connection';
import type { ConnectionState, Socket, Worksheets } from './connection';
import { randomId } from './id';
import { Listeners } from './listeners';
import type { Outcome } from './pending';
import type {
  ConsoleView,
  MediaPlaneMessage,
  MediaSignalMessage,
  Notice,
  RoomView,
  Said,
  View,
  You,
} from './protocol';
import { socketAddress } from './seat';
import type { Seat } from './seat';
import { systemTimers } from './timers';

/** One person's seat in one session, as the pages see it. Values are replaced, never changed in place. */
export class Session {
  #view = $state.raw<View>();
  #you = $state.raw<You>();
  #state = $state.raw<ConnectionState>({ kind: 'connecting' });
  #worksheets = $state.raw<Worksheets>({});
  #said = $state.raw<readonly Said[]>([]);
  #heardUntil: string | undefined;
  readonly #room = $derived(inRoom(this.#view));
  readonly #connection: Connection;
  readonly #onNotice = new Listeners<Notice>();
  readonly #onMedia = new Listeners<MediaPlaneMessage | MediaSignalMessage>();
  readonly #release = new AbortController();
  #clockAheadMs = 0;
  /** As whom this person asks by HTTP, too. */
  readonly seat: string;

  constructor(seat: Seat, open: () => Socket = () => openSocket(seat)) {
    this.seat = seat.seat;
    this.#connection = new Connection(
      {
        open,
        timers: systemTimers,
        random: Math.random,
        newId: () => randomId((bytes) => crypto.getRandomValues(bytes)),
      },
      {
        state: (state) => (this.#state = state),
        view: (view, you, at, _fresh, worksheets) => {
          this.#clockAheadMs = Date.parse(at) - Date.now();
          this.#view = view;
          this.#you = you;
          this.#worksheets = worksheets;
        },
        media: (message) => this.#onMedia.tell(message),
        notice: (notice) => {
          this.#hear(notice);
          this.#onNotice.tell(notice);
        },
      },
    );
  }

  /** Absent until the first welcome. While the line is down, the last view stays. */
  get view(): View | undefined {
    return this.#view;
  }
  get you(): You | undefined {
    return this.#you;
  }
  get connection(): ConnectionState {
    return this.#state;
  }
  /** The worksheets before this person, by id, with what is shared on them. */
  get worksheets(): Worksheets {
    return this.#worksheets;
  }
  /** What was written in the chat, as far as it may be read here. Gone with the page: it is kept nowhere else. */
  get said(): readonly Said[] {
    return this.#said;
  }
  /** What was said later is new to this person, even if their page was loaded anew. */
  get heardUntil(): string | undefined {
    return this.#heardUntil;
  }
  /** The view when it is a room's, of whichever audience. */
  get room(): RoomView | ConsoleView | undefined {
    return this.#room;
  }

  /** Milliseconds since 1970 by the server's clock: phones are often minutes off. */
  now(): number {
    return Date.now() + this.#clockAheadMs;
  }

  may(type: CommandType): boolean {
    return this.#you?.may[type] === true;
  }

  send(command: Command): Promise<Outcome> {
    return this.#connection.send(command);
  }

  onNotice(listen: (notice: Notice) => void): () => void {
    return this.#onNotice.add(listen);
  }

  onMedia(listen: (message: MediaPlaneMessage | MediaSignalMessage) => void): () => void {
    return this.#onMedia.add(listen);
  }

  #hear(notice: Notice): void {
    if (notice.code === 'said-before') {
      this.#said = notice.said ?? [];
      this.#heardUntil = notice.heardUntil;
    } else if (isSaid(notice)) this.#said = [...this.#said, notice];
  }

  /** Opens the line and keeps it in step with the page. */
  start(): void {
    const { signal } = this.#release;
    const wake = () => this.#connection.wake();
    addEventListener('online', wake, { signal });
    addEventListener('pageshow', wake, { signal });
    const seen = () => {
      this.#connection.setHidden(document.hidden);
      if (!document.hidden) wake();
    };
    document.addEventListener('visibilitychange', seen, { signal });
    this.#connection.setHidden(document.hidden);
    this.#connection.start();
  }

  /** For good: the seat is kept by the server, not by this page. */
  close(): void {
    this.#release.abort();
    this.#connection.close();
  }
}

function inRoom(view: View | undefined): RoomView | ConsoleView | undefined {
  return view?.place === 'room' || view?.place === 'console' ? view : undefined;
}

const isSaid = (notice: Notice): notice is Notice & Said => notice.code === 'said';

/** The DOM gives more to its handlers than the connection asks for, and TypeScript will not see that this fits. */
const openSocket = (seat: Seat) => new WebSocket(socketAddress(location.href, seat)) as unknown as Socket;
