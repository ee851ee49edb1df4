// Live events for the desks: who listens now, and telling them after a commit. In this process only.
import type { DeskEvent } from './store/ports';

export interface DeskListener {
  onEvent(event: DeskEvent): void;
  /** Some session or role of the network changed: is this line still allowed? */
  onDoubt(): void;
  onEnd(): void;
}

export class DeskHub {
  readonly #listeners = new Map<string, Set<DeskListener>>();

  /** @returns the function that stops listening */
  listen(networkId: string, listener: DeskListener): () => void {
    const ofNetwork = this.#listeners.get(networkId) ?? new Set();
    ofNetwork.add(listener);
    this.#listeners.set(networkId, ofNetwork);
    return () => {
      ofNetwork.delete(listener);
    };
  }

  tell(networkId: string, event: DeskEvent): void {
    for (const listener of this.#listeners.get(networkId) ?? []) listener.onEvent(event);
  }

  /** Every line of the network asks again whether it may go on. */
  askAgain(networkId: string): void {
    for (const listener of this.#listeners.get(networkId) ?? []) listener.onDoubt();
  }

  /** The server stops: every line ends, so that no connection holds it up. */
  end(): void {
    for (const ofNetwork of this.#listeners.values()) for (const listener of ofNetwork) listener.onEnd();
    this.#listeners.clear();
  }
}
