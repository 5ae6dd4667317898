/** Works on several things at once, and gives the results in their order. */
export async function inLanes<T, R>(
  lanes: number,
  things: readonly T[],
  work: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let place = next++; place < things.length; place = next++) {
      results[place] = await work(things[place] as T);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
