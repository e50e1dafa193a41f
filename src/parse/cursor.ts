// Many chats in one file: the file is read once from beginning to end when its chats are asked for in order, not once for each chat.

/** A thing of the file and the number of the chat that it belongs to; numbers only grow along the file. */
export interface OfChat<T> {
  readonly chat: number;
  readonly item: T;
}

/** Reads on where the chat before ended; begins again when a chat is asked for that was begun already. */
export class Cursor<T> {
  readonly #open: () => AsyncGenerator<OfChat<T>>;
  #running: AsyncGenerator<OfChat<T>> | undefined;
  /** Read, but of a chat that was not asked for yet. */
  #ahead: OfChat<T> | undefined;
  #nextChat = 0;
  #inUse = false;

  constructor(open: () => AsyncGenerator<OfChat<T>>) {
    this.#open = open;
  }

  /** The things of one chat. Throws what the reading throws. */
  async *of(chat: number): AsyncGenerator<T> {
    // Whoever asks for a second chat while a first is being read gets a reading of their own.
    if (this.#inUse) return yield* new Cursor(this.#open).of(chat);
    this.#inUse = true;
    try {
      yield* this.#read(chat);
    } catch (error) {
      this.#running = undefined;
      throw error;
    } finally {
      this.#inUse = false;
    }
  }

  async *#read(chat: number): AsyncGenerator<T> {
    if (!this.#running || chat < this.#nextChat) {
      await this.#running?.return(undefined);
      this.#running = this.#open();
      this.#ahead = undefined;
    }
    this.#nextChat = chat + 1;
    for (;;) {
      this.#ahead ??= (await this.#running.next()).value as OfChat<T> | undefined;
      if (this.#ahead === undefined || this.#ahead.chat > chat) return;
      const { item, chat: of } = this.#ahead;
      this.#ahead = undefined;
      if (of === chat) yield item;
    }
  }
}
