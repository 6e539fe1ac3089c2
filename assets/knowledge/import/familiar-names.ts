/** Given names as English news shortens them: whoever is called "Daniel" in a list is "Dan" in the story. */
const PAIRS = `
  Alexander Alex, Andrew Andy, Anthony Tony, Benjamin Ben, Charles Charlie, Charles Chuck, Christine Chris, Christopher Chris,
  Daniel Dan, David Dave, Deborah Debbie, Donald Don, Douglas Doug, Edward Ed, Elizabeth Liz, Frederick Fred, Gerald Jerry,
  Gregory Greg, Jacqueline Jackie, James Jim, Jeffrey Jeff, Jonathan Jon, Joseph Joe, Joshua Josh, Kathleen Kathy,
  Kenneth Ken, Lawrence Larry, Matthew Matt, Michael Mike, Nicholas Nick, Patricia Pat, Patrick Pat, Peter Pete, Philip Phil,
  Raymond Ray, Richard Rick, Robert Bob, Robert Rob, Ronald Ron, Samuel Sam, Stephen Steve, Steven Steve, Thomas Tom,
  Timothy Tim, Victoria Vicky, William Bill, William Will`;

export const familiarNames: ReadonlyMap<string, readonly string[]> = PAIRS.split(',')
  .map((pair) => pair.trim().split(' '))
  .reduce(
    (names, [given = '', familiar = '']) => names.set(given, [...(names.get(given) ?? []), familiar]),
    new Map<string, string[]>(),
  );
