/** What the compiler says about one kind of node: what it lacks, and how it stands to others. */
import type { DiagnosticCode } from '../compiler/diagnostics.ts';
import type { Words } from './sentence.ts';

export const KIND_WORDS = {
  'attachment.noHost': {
    zh: '“{name}”没有挂在能处理它的环节上。把它放到办理环节、等待、调用或子流程上，或删去它。',
    en: '"{name}" is not attached to anything that can set it off. Put it on a step, a wait, a call or a part, or remove it.',
  },
  'edge.crossesGroup': {
    zh: '从“{from}”到“{to}”的线穿过了子流程的边界。让线到子流程为止，里面的环节另外连接，或删去这条线。',
    en: 'The line from "{from}" to "{to}" crosses the border of a part. Lead it to the part itself and connect inside it, or remove the line.',
  },
  'edge.unknownResult': {
    zh: '“{name}”没有这条路对应的办理结果。重新选择结果，或改为任何结果都走。',
    en: '"{name}" has no such result for this way. Choose another, or let every result take it.',
  },
  'event.none': {
    zh: '“{name}”还没有说明由什么触发。选择时间、日期、消息、信号或条件。',
    en: '"{name}" does not say what sets it off. Choose a time, a date, a message, a signal or a condition.',
  },
  'event.noName': {
    zh: '“{name}”的消息、信号或上报没有名称。填写名称，两边才对得上。',
    en: 'The message, signal or escalation of "{name}" has no name. Give it one, so that both sides fit.',
  },
  'event.noDate': {
    zh: '“{name}”要看一个日期，但没有选定日期类的表单项。选择一项。',
    en: '"{name}" goes by a date, but names no date field. Choose one.',
  },
  'event.noCondition': {
    zh: '“{name}”等条件成立，但条件还是空的。写明条件。',
    en: '"{name}" waits for a condition, but there is none yet. Write it.',
  },
  'mapping.incomplete': {
    zh: '“{name}”有 {count} 项对应关系没填完整。每项都要选好表单项并写明对方的名称。',
    en: '{count} mappings of "{name}" are incomplete. Each needs a field and the name on the other side.',
  },
  'mapping.takesNothing': {
    zh: '“{name}”要写入“{field}”，但这一项是自动计算的或只作说明，不能写入。改写到别的项。',
    en: '"{name}" writes "{field}", which is computed or only a note and takes no value. Write another field.',
  },
  'text.unknownPlace': {
    zh: '“{name}”的文字里用到了不存在的表单项“{place}”。改正或删去。',
    en: 'The text of "{name}" uses a field "{place}" that does not exist. Correct or remove it.',
  },
  'task.threshold': {
    zh: '“{name}”的通过比例应大于 0、不超过 1（现为 {threshold}）。改正比例。',
    en: 'The share that must agree at "{name}" has to be above 0 and at most 1 (now {threshold}). Correct it.',
  },
  'task.weight': {
    zh: '“{name}”中“{signer}”的票数应大于 0。改正票数。',
    en: '"{signer}" has no votes at "{name}". Give a number above 0.',
  },
  'task.levels': {
    zh: '“{name}”分级审批最多三级（现有 {count} 级）。删去多余的级次。',
    en: '"{name}" has {count} levels; three are the most. Remove some.',
  },
  'task.mayBeUnsigned': {
    zh: '“{name}”的每一级都有条件，都不成立时就没人审。让其中一级总是要审。',
    en: 'Every level of "{name}" has a condition; when none holds nobody decides. Let one be needed always.',
  },
  'task.noRefusal': {
    zh: '“{name}”没有“不同意”一类的结果，票数不够时无法得出结论。添加一种。',
    en: '"{name}" has no negative decision, so a vote that fails has no result. Add one.',
  },
  'overdue.noDeadline': {
    zh: '“{name}”规定了临期提醒或超时处理，但没有办理时限。设定时限。',
    en: '"{name}" has reminders or an overdue rule but no time limit. Set one.',
  },
  'overdue.noBasis': {
    zh: '“{name}”规定超时默认办结，但没有写依据。写明法律或文件依据，或改为上报。',
    en: '"{name}" ends by default when overdue, but names no legal basis. Name it, or have it escalated.',
  },
  'overdue.unknownDecision': {
    zh: '“{name}”超时默认的办理结果已不存在。重新选择。',
    en: 'The decision that "{name}" takes when overdue is gone. Choose another.',
  },
  'overdue.earlyReminder': {
    zh: '“{name}”的提醒比办理时限还早，一开始办理就会提醒。改短提醒时间。',
    en: 'A reminder of "{name}" comes before its whole time limit and would go out at once. Shorten it.',
  },
  'dispatch.count': {
    zh: '“{name}”要求 {count} 个部门同意，但参加的只有 {bodies} 个。改正数目。',
    en: '"{name}" needs {count} departments to agree, but only {bodies} take part. Correct the number.',
  },
  'dispatch.noRefusal': {
    zh: '“{name}”有一个部门不同意就结束，但没有“不同意”一类的结果。添加一种。',
    en: '"{name}" ends at the first refusal, but has no negative decision. Add one.',
  },
  'fetch.noRegister': {
    zh: '“{name}”没有选择从哪个库调取。选择一个共享库。',
    en: '"{name}" does not say which register to ask. Choose one.',
  },
  'fetch.unknownRegister': {
    zh: '“{name}”所用的共享库不存在或已停用。换一个。',
    en: 'The register of "{name}" does not exist any more. Choose another.',
  },
  'fetch.unknownAttribute': {
    zh: '共享库“{register}”没有“{attribute}”，“{name}”调取不到。改选其他数据项。',
    en: 'The register "{register}" has no "{attribute}" for "{name}" to get. Choose another.',
  },
  'fetch.noKey': {
    zh: '“{name}”没有查询用的号码。选择一个表单项，或在“办理对象”里设定。',
    en: '"{name}" has no number to ask by. Choose a field, or set the key of the subject.',
  },
  'fetch.nothingInto': {
    zh: '“{name}”没有说明调来的数据填到哪里。添加对应的表单项。',
    en: '"{name}" does not say where its data goes. Add fields for it.',
  },
  'connect.noUrl': {
    zh: '“{name}”没有填写对接系统的地址。填写地址。',
    en: '"{name}" has no address to call. Fill it in.',
  },
  'connect.badUrl': {
    zh: '“{name}”的地址应以 http:// 或 https:// 开头，或用花括号引用系统设置。改正地址。',
    en: 'The address of "{name}" has to begin with http:// or https://, or with a setting in braces. Correct it.',
  },
  'connect.badHeader': {
    zh: '“{name}”的请求头“{header}”写法不对。名称只用字母、数字和连字符，内容不换行。',
    en: 'The header "{header}" of "{name}" is not valid. Use letters, digits and hyphens for its name, and no line breaks.',
  },
  'job.numbers': {
    zh: '“{name}”的重试设置不对：应在 {least} 到 {most} 之间，且为整数。改正{what}。',
    en: 'The attempts of "{name}" are not set sensibly: {what} has to be a whole number from {least} to {most}. Correct it.',
  },
  'job.noHand': {
    zh: '“{name}”设了人工转录，但没有选定由哪个单位来做。选择单位。',
    en: '"{name}" is to be done by hand when it fails, but by no office. Choose one.',
  },
  'document.noTemplate': {
    zh: '“{name}”还没有文书内容。填写模板。',
    en: '"{name}" has no text yet. Write the template.',
  },
  'document.noTarget': {
    zh: '“{name}”生成的文书没有存放的地方。选择一个附件类的表单项。',
    en: '"{name}" has nowhere to put its document. Choose a file field.',
  },
  'document.noSealHolder': {
    zh: '“{name}”要盖章，但盖章单位不明确。选择一个部门。',
    en: '"{name}" is to be sealed, but by no department. Choose one.',
  },
  'rule.noTable': {
    zh: '“{name}”没有选择规则表。选择一张，或新建。',
    en: '"{name}" uses no decision table. Choose one or make one.',
  },
  'rule.noTarget': {
    zh: '规则表“{table}”的结果没有填到任何表单项，“{name}”不起作用。为结果列选择表单项。',
    en: 'The results of the table "{table}" go to no field, so "{name}" has no effect. Choose fields for them.',
  },
  'set.nothing': {
    zh: '“{name}”没有要计算的项，不起作用。添加一项，或删去它。',
    en: '"{name}" sets nothing and has no effect. Add a field or remove it.',
  },
  'set.unknownField': {
    zh: '“{name}”要写入的表单项已不存在。重新选择。',
    en: 'A field that "{name}" writes is gone. Choose another.',
  },
  'set.syntax': {
    zh: '“{name}”给“{field}”的公式第 {position} 个字符处看不懂。改正公式。',
    en: 'The formula of "{name}" for "{field}" makes no sense at character {position}. Correct it.',
  },
  'notify.nobody': {
    zh: '“{name}”没有收信人。选择申请人或一个单位。',
    en: '"{name}" reaches nobody. Choose the applicant or an office.',
  },
  'notify.noChannel': {
    zh: '“{name}”没有选择通知方式。至少选一种。',
    en: '"{name}" has no channel. Choose at least one.',
  },
  'notify.noText': {
    zh: '“{name}”没有通知内容。填写内容。',
    en: '"{name}" has no text. Write it.',
  },
  'scenario.none': {
    zh: '“{name}”没有选择要调用的事。选择一件已发布的事。',
    en: '"{name}" calls no scenario. Choose a published one.',
  },
  'scenario.itself': {
    zh: '“{name}”调用的就是这件事本身，会没完没了。换一件事。',
    en: '"{name}" calls this very scenario and would never end. Choose another.',
  },
  'scenario.unknown': {
    zh: '“{name}”要调用的事（{code}）没有发布。先发布它，或换一件事。',
    en: 'The scenario that "{name}" calls ({code}) is not published. Publish it or choose another.',
  },
  'scenario.circle': {
    zh: '“{name}”形成循环调用：{way}。去掉其中一处调用。',
    en: '"{name}" closes a circle of calls: {way}. Take one of them out.',
  },
  'scenario.unknownField': {
    zh: '“{title}”没有表单项“{field}”，“{name}”的对应关系不成立。重新选择。',
    en: '"{title}" has no field "{field}" for "{name}" to use. Choose another.',
  },
  'scenario.otherKind': {
    zh: '“{name}”把“{field}”和“{title}”的“{other}”对应起来，但两者的类型不同，值传不过去。换一个。',
    en: '"{name}" maps "{field}" to "{other}" of "{title}", which holds another kind of value. Choose another.',
  },
  'scenario.noWay': {
    zh: '“{name}”有 {count} 种结果没有去向，如“{resultName}”。为它们连一条线，或加一条“其他结果”的路。',
    en: '{count} results of "{name}" have no way on, such as "{resultName}". Connect ways for them, or one for all others.',
  },
  'group.empty': {
    zh: '子流程“{name}”是空的。放入环节，或删去它。',
    en: 'The part "{name}" is empty. Put steps into it or remove it.',
  },
  'group.noBeginning': {
    zh: '子流程“{name}”里没有起头的环节。去掉连回第一个环节的线，或放一个起点。',
    en: 'The part "{name}" has no first step. Remove the line back to it, or put a start in.',
  },
  'group.eventOnWay': {
    zh: '“{name}”由事件启动，不能连线进出。删去这些线。',
    en: 'An event opens "{name}", so no line leads into or out of it. Remove the lines.',
  },
  'group.errorGoesOn': {
    zh: '“{name}”由出错启动，出错后周围的办理已停止，只能设为中断。',
    en: '"{name}" is opened by an error, which stops what is around it. Let it interrupt.',
  },
  'link.noPartner': {
    zh: '跳转“{name}”没有同名的另一端。添加另一端，或删去它。',
    en: 'The link "{name}" has no other end of the same name. Add one or remove it.',
  },
  'link.severalCatches': {
    zh: '跳转“{name}”有几个同名的到达端，不知去哪一个。只保留一个。',
    en: 'The link "{name}" has several ends to arrive at. Keep one.',
  },
  'link.wrongSide': {
    zh: '跳转“{name}”的这一端连错了线：出发端只能进，到达端只能出。删去多余的线。',
    en: 'The link "{name}" has a line on the wrong side: one leads into its first end and out of its second. Remove the others.',
  },
  'firstEvent.noWait': {
    zh: '“{name}”之后的“{next}”不是等待，无法先到先走。改连到等待。',
    en: '"{next}" after "{name}" is not a wait, so nothing can happen first. Lead to a wait.',
  },
  'firstEvent.sharedWait': {
    zh: '“{name}”之后的“{next}”还有别的线连来。每个等待只从这里进入。',
    en: 'Other lines lead to "{next}" after "{name}". A wait of it may be entered from it only.',
  },
  'firstEvent.oneWay': {
    zh: '“{name}”之后只有一个等待，没有先后可比。再加一个，或删去它。',
    en: 'Only one wait follows "{name}", so there is nothing to come first. Add another or remove it.',
  },
  'reverse.wrongKind': {
    zh: '“{name}”不能作为“{step}”的撤销环节。撤销的应是办理、调用一类的环节。',
    en: '"{name}" cannot undo "{step}". Only work can be undone, and only by work.',
  },
  'reverse.otherGroup': {
    zh: '“{name}”和它要撤销的“{step}”不在同一个子流程里。移到一起。',
    en: '"{name}" stands in another part than "{step}", which it undoes. Put them together.',
  },
  'reverse.onWay': {
    zh: '“{name}”是“{step}”的撤销环节，只在撤销时办理，不能连线进来。删去这些线。',
    en: '"{name}" undoes "{step}" and is only done then. Remove the lines into it.',
  },
  'reverse.several': {
    zh: '“{step}”已经有撤销环节，“{name}”是多余的。只保留一个。',
    en: '"{step}" already has a reverse step, so "{name}" is one too many. Keep one.',
  },
  'reverse.joinsMain': {
    zh: '撤销环节“{name}”之后的路并入了主流程。撤销到此为止，请断开。',
    en: 'The way after the reverse step "{name}" joins the flow. Undoing ends by itself; cut it off.',
  },
  'undo.nothing': {
    zh: '“{name}”撤销已办的环节，但这里没有一个环节有撤销环节。为要撤销的环节加上。',
    en: '"{name}" undoes what is finished, but no step here has a reverse step. Add them.',
  },
  'undo.unknown': {
    zh: '“{name}”要撤销的环节已被删去。重新选择，或改为撤销全部。',
    en: 'The step that "{name}" undoes is gone. Choose another, or undo everything.',
  },
  'undo.noReverse': {
    zh: '“{name}”要撤销“{step}”，但它没有撤销环节。为它加上撤销环节。',
    en: '"{name}" undoes "{step}", which has no reverse step. Give it one.',
  },
  'aside.joinsMain': {
    zh: '“{name}”触发后，原环节照常进行，它的路却在“{step}”并入主流程，会重复办理。让它单独结束，或改为中断。',
    en: 'When "{name}" goes off its step goes on, but its way joins the flow at "{step}", which would be done twice. Let it end by itself, or interrupt.',
  },
  'signal.nothing': {
    zh: '“{name}”没有说明发出什么。选择信号、消息或上报，或删去它。',
    en: '"{name}" does not say what it sends. Choose a signal, a message or an escalation, or remove it.',
  },
  'signal.nobodyWaits': {
    zh: '没有环节在等“{name}”发出的信号“{signal}”。核对名称。',
    en: 'Nothing waits for the signal "{signal}" of "{name}". Check its name.',
  },
  'signal.neverThrown': {
    zh: '“{name}”等信号“{signal}”，但这里没有环节发出它。由别的事发出就不用管，否则核对名称。',
    en: '"{name}" waits for the signal "{signal}", which nothing here sends. Check its name, unless it comes from elsewhere.',
  },
  'catch.neverThrown': {
    zh: '“{name}”要处理的出错或上报，在它所管的范围里不会发生。核对代码，或删去它。',
    en: 'What "{name}" is there for never happens where it looks. Check its code or remove it.',
  },
  'escalation.nobodyCatches': {
    zh: '“{name}”上报“{code}”，但没有地方处理，等于没有上报。在外层加上“上报处理”。',
    en: '"{name}" escalates "{code}", which nobody handles. Add a way for it around the step.',
  },
  'terminate.noGroup': {
    zh: '“{name}”要终止所在的子流程，但它不在子流程里。改为终止整件事。',
    en: '"{name}" ends the part that it stands in, but stands in none. Let it end the whole case.',
  },
  'foreign.notRun': {
    zh: '“{name}”是导入文件中的“{type}”，通办不能运行它。请删除，或换成能运行的环节。',
    en: '"{name}" is a "{type}" of an imported file, which is not run here. Remove it, or draw a step that is run.',
  },
  'fail.noCode': {
    zh: '“{name}”没有错误代码，外层无法识别。填写代码。',
    en: '"{name}" has no error code to be known by. Give it one.',
  },
  'onTime.noTime': {
    zh: '“{name}”没有说明什么时候触发。设定时间。',
    en: '"{name}" does not say when it goes off. Set a time.',
  },
  'onTime.noDueTime': {
    zh: '“{name}”按“{host}”的到期时间触发，但“{host}”没有办理时限。设定时限，或改为按开始时间。',
    en: '"{name}" goes by the due time of "{host}", which has no time limit. Set one, or count from the beginning.',
  },
  'onTime.remindsNobody': {
    zh: '“{name}”要提醒办理人，但“{host}”没有人办理。挂到办理环节上，或不作提醒。',
    en: '"{name}" reminds those who handle "{host}", which nobody does. Attach it to a step, or do not remind.',
  },
  'start.triggerInside': {
    zh: '“{name}”在子流程里，由所在的流程启动，自己的启动方式不起作用。',
    en: '"{name}" begins a part, which the flow around it starts; its own way of starting has no effect.',
  },
} as const satisfies Partial<Record<DiagnosticCode, Words>>;
