/** Who has which draft open right now. A person with two windows counts once. */
export interface Reader {
  readonly person: string;
  readonly name: string;
}

export interface Presence {
  /** `told` is called at once and on every change; the returned function leaves. */
  join(design: string, reader: Reader, told: (people: readonly Reader[]) => void): () => void;
}

export function createPresence(): Presence {
  const rooms = new Map<string, Set<{ reader: Reader; told: (people: readonly Reader[]) => void }>>();
  const announce = (design: string): void => {
    const room = rooms.get(design);
    if (!room) return;
    const people = [...new Map([...room].map(({ reader }) => [reader.person, reader])).values()];
    for (const { told } of room) told(people);
  };
  return {
    join(design, reader, told) {
      const room = rooms.get(design) ?? new Set();
      const seat = { reader, told };
      room.add(seat);
      rooms.set(design, room);
      announce(design);
      return () => {
        room.delete(seat);
        if (room.size === 0) rooms.delete(design);
        announce(design);
      };
    },
  };
}
