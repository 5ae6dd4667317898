/** Random choices that are the same in every run: a 32-bit generator of the xorshift family. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 1;
  }

  /** From 0 up to but not 1. */
  share(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to but not `limit`. */
  below(limit: number): number {
    return Math.floor(this.share() * limit);
  }

  /** One of the values; the first ones are likelier, as with providers. */
  skewed<T>(values: readonly T[]): T {
    return values[Math.floor(this.share() ** 2 * values.length)] as T;
  }

  /** One of the values, all alike. */
  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** Log-normal around the median. */
  spread(median: number, sigma: number): number {
    const normal =
      Math.sqrt(-2 * Math.log(1 - this.share())) * Math.cos(2 * Math.PI * this.share());
    return Math.round(median * Math.exp(sigma * normal));
  }
}
