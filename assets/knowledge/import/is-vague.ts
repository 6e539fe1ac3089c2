/** "Known in the arts", or "person" alone: it gives way to any trade that another file tells, and takes a birth behind a comma. */
export const isVague = (remark: string): boolean => remark.startsWith('known in ') || remark === 'person';
