/** Numbers questions as they are asked; an answer counts only while no later question has been answered. */
export function inTurn() {
  let asked = 0;
  let answered = 0;
  return {
    ask: (): number => {
      asked += 1;
      return asked;
    },
    counts: (turn: number): boolean => {
      if (turn < answered) return false;
      answered = turn;
      return true;
    },
  };
}
