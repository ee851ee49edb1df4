// Names and texts; an empty text is left out.

export function Facts({ facts }: { facts: readonly (readonly [name: string, text: string])[] }) {
  const told = facts.filter(([, text]) => text !== '');
  if (told.length === 0) return null;
  return (
    <dl class="hotlines-facts">
      {told.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
