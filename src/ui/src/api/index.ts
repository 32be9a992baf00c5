export { accountState, setUp, signIn, signOut } from './account';
export type { AccountState, Brand, Member, Permission, Role, SetUp, SignIn } from './account';
export { answer, answerWithEtag, client } from './client';
export { addDemo, removeDemo } from './demo';
export { asProblem, Problem } from './problem';
export type { components, paths } from './schema';
export { type Command, type CommandOptions, useCommand } from './useCommand';
export { type Read, type ReadOptions, useRead } from './useRead';
