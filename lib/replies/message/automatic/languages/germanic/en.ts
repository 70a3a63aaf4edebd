import type { Language } from "../language";

export const en: Language = {
  code: "en",
  common:
    "the i is are and will of my you your for please with this from have be not until back thank contact away who our currently returning out office return if there to at we it that can would us do does work they he she",
  months: [
    "january|jan",
    "february|feb",
    "march|mar",
    "april|apr",
    "may",
    "june|jun",
    "july|jul",
    "august|aug",
    "september|sept|sep",
    "october|oct",
    "november|nov",
    "december|dec",
  ],
  weekdays: [
    "monday|mon",
    "tuesday|tues|tue",
    "wednesday|weds|wed",
    "thursday|thurs|thur|thu",
    "friday|fri",
    "saturday|sat",
    "sunday|sun",
  ],
  order: "either",
  ordinal: "st|nd|rd|th",
  of: "of|day of",
  until: "until, till, 'til, til, untill, through, thru, up to, up until",
  after: "after, following",
  from: "from, as of, as from, starting, beginning, commencing, effective, since",
  before: "before, prior to, by",
  on: "on, the, and, including, incl, inclusive of, end of, close of, business, day, of business, cob, eob, eod, at, around, about, approximately, morning of, evening of, night of, date, at least, this, probably, a",
  to: "to, until, till, 'til, through, thru, up to, and, up to and including, to and including, until and including, through to, until the, to the",
  overmorrow: "the day after tomorrow, day after tomorrow",
  first: "first|1st",
  back: "open* again, opens, back, return*, resume*, rejoin*, in again, office again, available again, reachable again, at my desk again, at work again, reopen*, re-open*, first (working |business )?day, see you, restart*, at it again, back (in|at|on), be there again, start again, (staffed|open|manned|working|available|online|there|here|running|around|reachable) again, the (first|next)( one)? (is|will be)",
  present:
    "at (my|the|our|his|her) (own )?(desk|bench|counter|post|workbench|keyboard|helm), behind (my|the) (desk|counter), in the (shop|workshop|studio|yard|surgery), (find|try|catch|meet) (me|us), available, reachable, contactable, in the office, in office, at my desk, at work, online, open, working, (is|am|are|be|i'm) (in|there|here|around)",
  away: "out of (the |my )?office, out-of-office, ooo, oof, away, leave, holiday*, vacation*, pto, absent, absence, travell?ing, travels?, trip, not in, unavailable, unreachable, uncontactable, (be|am|i'm|is|we're|he's|she's|are) (also |currently |now )?(out|off|gone|ill|sick|unwell), out until, out from, out through, out on, off until, off from, off sick, off work, out of town, out of the country, maternity, paternity, sabbatical, jury duty, conference, training, (no|limited|intermittent|little|without|restricted|sporadic) (access|availability|e-?mail|internet|connection), unable to, not (be )?(working|monitoring|checking|reading|able), return from, offline, abroad, overseas, seminar, workshop, surgery, hospital, time off, days? off, break, unattended, closed, shut, honeymoon, wedding, travelling, on pto, on holiday*, in hospital, closure, last (working |business )?day",
  reply:
    "(get|come) back to, repl(y|ies)*, respond*, answer*, in touch, attend to, deal with, read (your|it|this|my|mail*|e-?mail*), look at, see (this|your|it), check* (my )?(e-?mail*|mail*|messages|inbox)",
  not: "not, no, n't, cannot, never, neither, without, hardly, only",
  and: "and, but, then, while, whereas, although, so, however",
  others:
    "(she|he|they) (is|are|will)( be)? (also |themselves )?, who (is|are|will)( be)?, colleague~(is|are|will) (also |likewise |himself |herself )?(away|out|back|on)",
  closed:
    "(office|offices|company|firm|shop|factory|plant|school|practice|business|we|warehouse)~(closed?|closes|shut|reopen*|re-open*), closed for, closure, shutdown, shut down",
  vague:
    "further notice, next (week|month|year|quarter), (a|the|one|two|three|four|five|six|few|couple of|several|coming) (weeks?|months?|days?), \\d+ (weeks?|months?|days?), (end|beginning|start|middle|early|mid|late|first week|last week|second half|first half)( of|-)?, week, spring, summer, autumn, fall, winter, easter, christmas, new year*, (the|this) week, later (this|in)",
  next: "next",
  coming: "coming, this coming, following",
  this: "this",
  skip: "(a|one) week (on|from|this)",
  skipAfter: "week, after next, in a week's time",
  today: "today, tonight",
  tomorrow: "tomorrow",
  left: "(is|am|i'm|he's|she's|who's) (sadly |now |unfortunately )?no longer (working |employed )?(with|at|for|by|part of|a member of|an employee of) (the (company|firm|organi[sz]ation|team|group|agency|practice|school)|us|our (company|firm|organi[sz]ation|team|school)|this (company|firm)|@), (is|am|i'm|he's|she's) (sadly |now )?no longer (employed|here|working here|with us|in the company|at the company), no longer works? (here|(for|with|at) (us|our|the (company|firm|organi[sz]ation|business)|this|@)), (has|have|i've|he's|she's) (now |recently |since |already |sadly )?(left|departed|departed from|moved on from|retired from|resigned from|parted ways with) (the (company|firm|organi[sz]ation|business|group|agency|practice|school)|us|our (company|firm|organi[sz]ation|team)|@), (has|have|i've|he's|she's) (now |recently |since )?(retired|moved on|left employment), i( am|'m) (now )?(retired|leaving (the (company|firm|business)|@)), (left|leaves|leaving|departed) (the (company|firm|organi[sz]ation)|@) (in|on|at|last|a|some|as), (left|leaves|leaving) @, my last (working )?day (at|with) (the (company|firm)|us|@), former employee, employment (with|at)~(has )?(ended|ceased|terminated), (do|does|did) ?n[o']?'?t work (there|here|at @|for @|for them|for us) (any ?more|any longer|now), (i|he|she|mr|mrs|ms|dr|miss|who)~(retired|resigned) (in|last|at the end|earlier|after), (mr|mrs|ms|dr|miss|he|she|our colleague)~(has |have )?(sadly |unexpectedly |suddenly )?(passed away|died), (position|role|job)~(was|has been) (eliminated|made redundant), was (made redundant|laid off), (has|have|i've|he's|she's) (since |now )?changed (jobs|employers?|companies), i (left|quit) (the (company|firm|job)|@|that company), i (have )?left \\p{L}{4,} (in|back in|last) (january|february|march|april|may|june|july|august|september|october|november|december|year|month|spring|summer|autumn|winter)",
  subject:
    "automatic reply, auto(mated|matic|matically generated)? ?-?(reply|response|answer|acknowledge?ment|message|notification), auto[- ]?(reply|response|responder|answer), out of (the )?office( auto-?( )?reply| reply| notification| message| notice| alert| assistant)?, out-of-office*, ooo, vacation (reply|response|message|notice|auto-?reply), away (message|from my mail|from the office), (annual |on )?(leave|vacation|holiday)( notice| message)?, absence( notice)?, i am (currently )?(out of|away|on (leave|holiday|vacation)), autoresponse, out of office",
  machine:
    "this (is|was) (just )?an? (auto*|system)(-| )?(generated|mated)? ?(e-?mail|reply|response|message|answer|notification|acknowledge?ment|confirmation|note), this is an auto*, this (e-?mail|reply|response|message|answer|notification|acknowledge?ment|confirmation|mailbox)~(was|is|has been)~automatically, (was|is|has been) (sent |generated |created |produced )?automatically( sent| generated| created)? (by|from|in response), automatically generated (e-?mail|reply|response|message), (please )?do not (reply|respond|answer)( directly)? to this, please do not (reply|respond), (you have|you've) (received|reached) (an|this) auto*, auto-?generated (e-?mail|message|reply|response), replies to this (e-?mail|message|address|mailbox) are not (read|monitored)",
  ticket:
    "(ticket|case|request|enquiry|inquiry|query|reference|message|e-?mail)~(has been|was|is|have been) (successfully )?(created|opened|received|logged|registered|raised|assigned|recorded), (we have|we've|we) (received|registered|logged) your, (ticket|case|reference) (number|no|id|#)",
};
