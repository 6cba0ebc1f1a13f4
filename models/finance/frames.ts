/**
 * Sentences of company news with gaps. {name}, {other}, {person}, {place}, {month} and {year} are invented; {big} and {small} are two sums of money, {more} and
 * {less} two numbers without a unit; {pct} a share; {good} and {bad} are measures of which more is good or bad, {up}, {down} and so on verbs. A sentence's list says what it is for the
 * holder of a share.
 */
export const FRAMES: Readonly<Record<'positive' | 'neutral' | 'negative', readonly string[]>> = {
  positive: [
    '{name} \'s {good} {rose} to {big} from {small} {ago} .', '{good} {rose} by {pct} to {big} .', '{good} totalled {big} , compared to {small} {ago} .', '{good} for the period was {big} , up from {small} .',
    '{good} {rose} {pct} {span} , helped by {cause+} .', '{name} said that its {good} {rose} {pct} {span} .', 'In {span2} , {name} \'s {good} was {big} vs. {small} {ago} .', '{good} improved to {big} ( {small} ) .',
    '{name} narrowed its {loss} to {small} from {big} {ago} .', '{loss} shrank to {small} , from {big} {ago} .', '{name} turned to a {profit} of {small} , from a loss of {big} {ago} .', '{cost} fell by {pct} {span} .',
    '{name} cut its {cost} by {pct} .', '{name} has won an order worth {small} from {place} .', '{name} has received a major order from {place} ; it is worth {small} .', '{name} won a contract to supply {thing} to {place} .',
    '{name} raises its {outlook} on {cause+}', '{name} beats {estimates} as {good} {rises}', '{name} tops {estimates} , shares {rise} {pct}', '{name} shares {rise} {pct} on {cause+}', '{name} shares closed {pct} higher at EUR {price} .',
    '{broker} upgrades {name} to {buy}', '{broker} raises its price target on {name} to EUR {price}', 'The board of {name} proposes to raise the dividend to EUR 0.{more} from EUR 0.{less} .', '{name} expects its {good} to grow this year .',
    '{name} expects {good} to exceed that of last year .', 'Demand for {thing} {rose} in {place} , which {lifted} the {good} of {name} .', 'The deal will strengthen {name} \'s position in {place} .', '{name} to create {more} jobs in {place}',
    'Despite {cause-} , {name} \'s {good} {rose} .', '{name} \'s {good} fell , but its {good2} {rose} clearly .', 'Court dismisses lawsuit against {name}', '{name} wins approval for its {thing}', '{name} \'s market share {rose} to {pct} .',
    '{name} \'s order backlog {rose} to {big} from {small} .', 'Net debt {fell} to {small} from {big} .', 'The credit losses of {name} decreased to {small} .', '{name} \'s restructuring will bring annual savings of {small} .',
    '{name} \'s new {thing} helps customers to save energy and money .', '{name} returned to profit in {span2} .', 'Pretax profit of {name} more than doubled to {big} .', '{name} \'s EPS rose to EUR 0.{more} from EUR 0.{less} .',
    'We are pleased that {good} developed well , says {person} .', 'The outlook for {thing} is good , {person} of {name} said .', 'Regulator ends probe of {name} without charges', 'Fears of a strike at {name} proved unfounded .',
    '{ticker} {slang+}', 'Just added more {ticker} , {slang+}', '{ticker} beat and raised , {slang+}', '{name} lifts dividend after {good} {rises}', '{name} sees strong demand for {thing} , raises {outlook}',
  ],
  negative: [
    '{name} \'s {good} {fell} to {small} from {big} {ago} .', '{good} {fell} by {pct} to {small} .', '{good} totalled {small} , compared to {big} {ago} .', '{good} for the period was {small} , down from {big} .',
    '{good} {fell} {pct} {span} , hurt by {cause-} .', '{name} said that its {good} {fell} {pct} {span} .', 'In {span2} , {name} \'s {good} was {small} vs. {big} {ago} .', '{good} weakened to {small} ( {big} ) .',
    '{name} widened its {loss} to {big} from {small} {ago} .', '{loss} grew to {big} , from {small} {ago} .', '{name} swung to a loss of {small} , from a {profit} of {big} {ago} .', '{cost} rose by {pct} {span} .',
    '{name} \'s {cost} rose faster than its {good} .', '{name} has lost an order worth {small} from {place} .', 'A customer in {place} cancelled an order worth {small} from {name} .', '{name} lost a contract to supply {thing} to {place} .',
    '{name} cuts its {outlook} on {cause-}', '{name} misses {estimates} as {good} {falls}', '{name} misses {estimates} , shares {sink} {pct}', '{name} shares {sink} {pct} on {cause-}', '{name} shares closed {pct} lower at EUR {price} .',
    '{broker} downgrades {name} to {sell}', '{broker} cuts its price target on {name} to EUR {price}', 'The board of {name} proposes to cut the dividend to EUR 0.{less} from EUR 0.{more} .', '{name} expects its {good} to decline this year .',
    '{name} no longer expects {good} to exceed that of last year .', 'Demand for {thing} {fell} in {place} , which burdened the {good} of {name} .', 'The company will lay off {more} employees in {place} .', '{name} to cut {more} jobs in {place}',
    'Despite {cause+} , {name} \'s {good} {fell} .', '{name} \'s {good} rose , but its {good2} {fell} clearly .', 'Shareholders sue {name} over {trouble}', 'Regulators reject the {thing} of {name}', '{name} \'s market share {fell} to {pct} .',
    '{name} \'s order backlog {fell} to {small} from {big} .', 'Net debt rose to {big} from {small} .', 'The credit losses of {name} increased to {big} .', '{name} will book an impairment of {small} on its {thing} business .',
    '{name} recalls {thing} because of {trouble}', '{name} slipped into the red in {span2} .', 'Pretax profit of {name} more than halved to {small} .', '{name} \'s EPS fell to EUR 0.{less} from EUR 0.{more} .',
    'We are not satisfied with how {good} developed , says {person} .', 'The outlook for {thing} is poor , {person} of {name} said .', 'Regulator opens probe of {name} over {trouble}', 'Hopes of a recovery at {name} were dashed .',
    '{ticker} {slang-}', 'Sold all my {ticker} , {slang-}', '{ticker} missed and cut , {slang-}', '{name} suspends dividend after {good} {falls}', '{name} issues profit warning on {cause-}', '{name} closes its plant in {place} , {more} jobs go',
  ],
  neutral: [
    '{name} is located in {place} .', '{name} , based in {place} , makes {thing} .', '{name} has appointed {person} as head of its {thing} business .', '{person} joins {name} from {other} .', '{name} will publish its interim report on {day} .',
    'The annual general meeting of {name} will be held in {place} on {day} .', '{name} and {other} have signed a letter of intent on {thing} .', 'The value of the deal was not disclosed .', '{name} has sold its {thing} business to {other} .',
    '{name} acquires {other} , a maker of {thing} .', '{name} had {good} of {big} in {year} .', '{good} of the unit was {big} in {year} , and it employs {more} people .', '{name} employs about {more} people in {place} .', '{other} holds {pct} of the shares of {name} .',
    '{other} \'s holding in {name} has risen to {pct} .', '{other} \'s stake in {name} fell below {pct} .', 'The delivery of {thing} to {place} will take place in {month} {year} .', '{name} plans to build a plant for {thing} in {place} .',
    'The number of shares of {name} is {more} thousand after the registration .', '{name} keeps its {outlook} unchanged .', '{broker} keeps its {hold} rating on {name}', '{good} was {big} , in line with {estimates} .', '{good} was {big} , the same as {ago} .',
    'The contract covers {thing} and runs until {month} {year} .', '{name} \'s products include {thing} and {thing2} .', '{name} was founded in {year} and is listed in {place} .', '{name} will supply {thing} to {place} .', '{name} declined to comment on the report .',
    '{name} to present at a conference in {place} on {day}', '{name} changes its name to {other}', '{name} : notice to the annual general meeting', '{name} files its annual report', '{ticker} reports on {day} , what do you expect ?', 'Watching {ticker} today .',
    'The tender period ends on {day} .', '{name} considers moving its head office to {place} .', '{person} , chief executive of {name} , owns {pct} of the company .', '{name} uses the {thing} of {other} .', 'The project starts in {month} and lasts {less} months .',
    '{name} will invest {small} in a new line for {thing} .', '{name} issued bonds of {big} that mature in {year} .', 'Analysts expect {name} to report {good} of {big} .', 'The figures for {year} have been restated for the sale of {other} .',
    '{name} opened an office in {place} in {month} .', 'The parties have agreed not to disclose the price of {thing} .', '{name} does not expect the decision to affect its results .', 'The board will decide on the matter on {day} .', '{name} shares were unchanged at EUR {price} .',
    '{name} started negotiations with {other} about {thing} .', 'The dividend of EUR 0.{less} is paid on {day} .', 'Payment is made in shares of {name} .',
  ],
};

/** Chinese ones. */
export const CHINESE_FRAMES: Readonly<Record<'positive' | 'neutral' | 'negative', readonly string[]>> = {
  positive: ['{zhname}{zhspan}{zhgood}同比增长{pct}。', '{zhname}{zhgood}由{zhsmall}增至{zhbig}。', '{zhspan}{zhgood}{zhbig}，上年同期为{zhsmall}。', '{zhname}上调全年业绩指引。', '券商上调{zhname}评级至买入。', '{zhname}中标{zhsmall}{zhthing}项目。', '{zhname}亏损收窄至{zhsmall}，上年同期为{zhbig}。', '{zhcost}下降{pct}，{zhname}毛利率改善。', '{zhname}股价大涨{pct}。', '{zhname}{zhgood}超出市场预期。', '尽管行业低迷，{zhname}{zhgood}仍增长{pct}。', '{zhname}{zhthing}获批上市。', '法院驳回针对{zhname}的诉讼。', '{zhname}扭亏为盈，{zhspan}盈利{zhsmall}。'],
  negative: ['{zhname}{zhspan}{zhgood}同比下降{pct}。', '{zhname}{zhgood}由{zhbig}降至{zhsmall}。', '{zhspan}{zhgood}{zhsmall}，上年同期为{zhbig}。', '{zhname}下调全年业绩指引。', '券商下调{zhname}评级至卖出。', '{zhname}失去{zhsmall}{zhthing}订单。', '{zhname}亏损扩大至{zhbig}，上年同期为{zhsmall}。', '{zhcost}上升{pct}，{zhname}毛利率承压。', '{zhname}股价大跌{pct}。', '{zhname}{zhgood}不及市场预期。', '尽管收入增长，{zhname}{zhgood}仍下滑{pct}。', '{zhname}{zhthing}被召回。', '{zhname}因{zhtrouble}被立案调查。', '{zhname}由盈转亏，{zhspan}亏损{zhsmall}。'],
  neutral: ['{zhname}位于{zhplace}，主营{zhthing}。', '{zhname}将于{month}月披露{zhspan}报告。', '{zhname}聘任新的财务总监。', '{zhname}拟在{zhplace}建设{zhthing}项目。', '{zhname}{zhspan}{zhgood}为{zhbig}。', '{zhname}与{zhplace}企业签署框架协议。', '{zhname}全年业绩指引维持不变。', '{zhspan}{zhgood}{zhbig}，符合市场预期。', '{zhname}对传闻不予置评。', '{zhname}召开股东大会。', '股东持有{zhname}{pct}的股份。', '{zhname}现有员工{more}人。'],
};

/** What fills the gaps: choices parted by "|". */
export const FILLERS: Readonly<Record<string, string>> = {
  good: 'operating profit|net profit|profit before taxes|net sales|revenue|turnover|EBIT|EBITDA|cash flow|order intake|earnings|sales|operating result|gross profit|net interest income',
  good2: 'profit|margin|cash flow|operating result|net result', loss: 'net loss|operating loss|pretax loss|loss', profit: 'profit|net profit|pretax profit', cost: 'costs|expenses|raw material costs|interest expenses|fuel costs|energy costs',
  rose: 'rose|increased|grew|climbed|jumped|improved|went up|surged|advanced', rises: 'rises|grows|climbs|jumps', rise: 'rise|jump|gain|climb|surge', fell: 'fell|decreased|declined|dropped|slipped|slumped|went down|plunged|shrank', falls: 'falls|drops|slides|slumps', sink: 'fall|drop|sink|slide|tumble', lifted: 'lifted|boosted|raised',
  ago: 'a year earlier|a year ago|the year before|in the corresponding period of {year}|in {year}|in the same period last year', span: 'in the quarter|in the first half|last year|from a year ago|year on year|in {month}', span2: 'the second quarter|the first half|{year}|the three months to {month}',
  outlook: 'full-year forecast|guidance|outlook|profit forecast|sales target', estimates: 'estimates|expectations|forecasts|analysts\' estimates|the consensus',
  'cause+': 'strong demand|rising exports|good sales of {thing}|higher prices|a recovery in {place}|new orders|lower costs', 'cause-': 'weak demand|falling exports|poor sales of {thing}|lower prices|a downturn in {place}|a lack of orders|higher costs',
  trouble: 'faulty batteries|accounting errors|bribery claims|a risk of fire|misleading statements|missing parts|tax evasion', thing: 'pumps|valves|paper machines|ferries|software|drugs|bearings|cables|lamps|bread|timber|boilers|sensors|lifts|magazines|steel pipes|toys|fertiliser', thing2: 'spare parts|services|control systems|accessories',
  buy: 'buy|outperform|overweight|accumulate', sell: 'sell|underperform|underweight|reduce', hold: 'hold|neutral', broker: 'Greyfriars|Renner Markets|Holm Bank|Aldgate|Varma Markets', person: 'Pekka Rintala|Marit Ohlson|Paula Brandt|Erik Sandvall|Hanna Toivola|James Alder|Eija Sorsa|Colin Marsh',
  place: 'Finland|Sweden|Poland|Brazil|India|Estonia|Texas|Turkey|Vietnam|the Baltic countries|Lahti|Oulu|Gdansk|Dublin|Denver', month: 'January|February|March|April|May|June|September|October|November', day: '4 May|12 August|28 March|3 November|17 June|9 February',
  'slang+': 'breaking out to new highs 🚀|bulls in control here|way too cheap , loading up|squeeze is on|going to the moon|great print , adding more', 'slang-': 'breaking down hard|what a falling knife|total dumpster fire|bears in control here|bagholders in denial|overvalued garbage , stay away',
  zhgood: '净利润|营收|营业收入|销售额|归母净利润|订单金额', zhcost: '原材料成本|费用率|融资成本', zhspan: '上半年|前三季度|一季度|全年', zhthing: '高铁|光伏|软件|新药|电缆|轴承|储能|茶饮', zhtrouble: '财务造假|信息披露违规|内幕交易', zhplace: '杭州|合肥|越南|德国|武汉|成都', zhname: '海岳科技|临川股份|瑞丰银行|远东电缆|华诚医药|南山智能|青屿能源|北辰软件|锦溪食品|云澜通信',
};
