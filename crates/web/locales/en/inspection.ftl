# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

inspection-card = The inspection
inspection-purpose = Purpose
inspection-kind = Kind of inspection
inspection-on = Day of the inspection
inspection-team = Who of us goes along
inspection-addresses = Addresses
inspection-addresses-hint = One address on each line, in the order of the round. More addresses are a series.
inspection-briefing = What must everybody know?
inspection-briefing-hint = Such as: we meet at 17:30 at the town hall, who calls the interpreter. No names of possible victims.
inspection-along = Partners that go along
inspection-power-of-own = Power of its own
inspection-uninvite = Does not go along

inspection-plan = Plan the inspection
inspection-plan-title = Plan the inspection
inspection-plan-intro = Power and purpose are settled. Who goes along reads this on the phone. If you change the addresses or what everybody must know, invite partners again.
inspection-plan-submit = Record the plan
inspection-invite = Invite a partner
inspection-invite-title = Invite a partner to the inspection
inspection-invite-intro = The partner reads the plan and the addresses, and records what its own people find. The sharing matrix decides whether it may.
inspection-invite-submit = Invite
inspection-partner = Which partner?
inspection-partner-power = On which power of its own does this partner go along?
inspection-partner-power-hint = Such as: Labour Inspectorate, Awb art. 5:15 and Arbeidsomstandighedenwet art. 24.
inspection-partner-holds-hint = Read the purpose and the plan once more. The address always counts.
inspection-follow-up = Set out what follows
inspection-follow-up-title = Set out what follows the inspection
inspection-follow-up-what = What must be done?
inspection-follow-up-hint = Such as: a penalty order, a second inspection in six weeks, a talk with the owner.
inspection-follow-up-submit = Set out

inspection-street = To the inspection on the street
inspection-find = Record a finding
inspection-address = At which address?
inspection-what = What did you find?
inspection-what-hint = What you saw and heard, not what you think of it. You can go on writing without a connection.
inspection-victims = Possible victims
inspection-victims-not-seen = not seen
inspection-victims-seen = seen, not spoken to
inspection-victims-spoken = seen and spoken to
inspection-photos-hint = Only what is needed. At most { $count } photos, 30 MB together. They are kept under seal.
inspection-send = Send the finding
inspection-say-sent = Sent to
inspection-again = Record another finding
inspection-back = Back to the inspection
inspection-findings = What was found
inspection-findings-none = Nothing yet.
inspection-found-by = { $who }, { $when }
inspection-read-finding = Read the finding
inspection-photo = Photo { $number }

done-inspection-planned = The plan has been recorded.
done-inspection-invited = The partner has been invited.
done-inspection-uninvited = The partner does not go along.
done-inspection-follow-up = What follows has been set out.
done-inspection-found = The finding has been recorded.
