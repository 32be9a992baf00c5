export { Page } from './frame/Page';
export { useAccount, useBrand, useMay, useMember } from './frame/useAccount';
export { useUrl } from './frame/useUrl';
export { useVerb } from './frame/verbs';
export { Empty } from './states/Empty';
export { EmptyExample } from './states/EmptyExample';
