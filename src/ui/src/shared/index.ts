export { CurrencyPicker, ZonePicker } from './forms/ZonePicker';
export { base64 } from './forms/base64';
export { Comments } from './comments/Comments';
export { OwnFields } from './fields/OwnFields';
export { FieldError } from './forms/FieldError';
export { InlineEdit } from './forms/InlineEdit';
export { LineForm } from './forms/LineForm';
export { ProblemAlert } from './forms/ProblemAlert';
export { CycleRing } from './frame/CycleRing';
export { Page } from './frame/Page';
export { RemoveDemo } from './frame/RemoveDemo';
export { useAccount, useBrand, useMay, useMember } from './frame/useAccount';
export { useUrl } from './frame/useUrl';
export { useVerb, type Verb } from './frame/verbs';
export { MarkdownText } from './marks/MarkdownText';
export { NetworkMark } from './marks/NetworkMark';
export { handleOn, networkName } from './marks/networkName';
export { type PostStatus, PostStatusBadge } from './marks/PostStatusBadge';
export { Term, type TermKey } from './marks/Term';
export { type SmartMark, SmartMarks } from './marks/SmartMarks';
export { type GoalStatus, StatusBadge, StatusMark, type Tone } from './marks/StatusBadge';
export { BarsOverTime } from './numbers/BarsOverTime';
export { currencyDecimals } from './numbers/currencies';
export { CreditLine } from './numbers/CreditLine';
export { Difference } from './numbers/Difference';
export { Figure } from './numbers/Figure';
export {
  differenceInWords,
  formatCompact,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSigned,
  locale,
  type Money,
  probabilityInWords,
} from './numbers/format';
export { FunnelStrip } from './numbers/FunnelStrip';
export { MoneySums } from './numbers/MoneySums';
export { NoData } from './numbers/NoData';
export { PaceBar } from './numbers/PaceBar';
export { Sparkline } from './numbers/Sparkline';
export { MemberAvatar } from './people/MemberAvatar';
export { type Person, PersonPicker } from './people/PersonPicker';
export { type People, usePeople } from './people/usePeople';
export { type PlanLine, usePlan } from './plan/usePlan';
export { WithPlan } from './plan/WithPlan';
export { Justified } from './research/Justified';
export { confirm } from './states/confirm';
export { Empty } from './states/Empty';
export { EmptyExample } from './states/EmptyExample';
export { Loaded } from './states/Loaded';
export { showDone, showProblem, showUndo } from './states/notices';
export { ProblemPanel } from './states/ProblemPanel';
export { CardsSkeleton, FormSkeleton, MonthSkeleton, PageSkeleton, TableSkeleton } from './states/Skeletons';
export type { BulkAction, Column, Filter } from './tables/columns';
export { DataTable } from './tables/DataTable';
export { DetailPanel, ListWithDetail } from './tables/ListWithDetail';
export { useTableState } from './tables/useTableState';
export { Day, Moment } from './time/Moment';
export { formatDate, formatMoment, formatMonth, timeOf, zoneName } from './time/moment';
