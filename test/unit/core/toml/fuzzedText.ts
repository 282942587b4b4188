import { createChance } from './chance.ts';
import { generateToml } from './generateToml.ts';
import { mutateText } from './mutateText.ts';
import { pyprojects } from './pyprojects.ts';

/** A text that was TOML before; the same for the same seed. */
export function fuzzedText(seed: number): string {
  const chance = createChance(seed);
  const whole = chance.isOneIn(2) ? chance.pick(Object.values(pyprojects)) : generateToml(chance);
  return mutateText(whole, chance);
}
