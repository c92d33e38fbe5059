# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

log-in-title = Log in
log-in-municipality = Municipality
log-in-name = User name
log-in-password = Password
log-in-code = Code of six digits
log-in-code-hint = From the app on your phone.
log-in-button = Log in
log-in-lost = Lost your password or phone? Ask your administrator for new access.
log-in-wrong = The user name, the password or the code is not right
log-in-wait = Something was filled in wrongly too often. Try again at { $time }.
log-in-demo-title = Try it as
log-in-demo-text = Choose a role. You see what somebody with that role sees, and no more.

account-title = My account
account-name = Name
account-login = User name
account-roles = Roles
account-language = Language of the screens
account-save = Use this language
account-lost = New password or another phone? Ask your administrator for new access.
done-language = The language of your screens has been changed.

role-coordinator = Coordinator
role-contact-officer = Contact officer
role-enricher = Enricher
role-privacy-officer = Privacy officer
role-body-member = Member of a meeting
role-guest = Guest of a meeting
role-enforcement-officer = Enforcement officer
role-care-coordinator = Care coordinator
role-chain-partner = Chain partner
role-board = Board
role-administrator = Administrator
role-regional-analyst = Regional analyst

role-does-coordinator = Receives reports, makes signals, prepares the meeting
role-does-contact-officer = Weighs signals and is there for colleagues
role-does-enricher = Looks for more facts about a signal
role-does-privacy-officer = Decides about queries and sees who looked at what
role-does-body-member = Weighs and decides with the others
role-does-guest = Sees only what they are invited for
role-does-enforcement-officer = Sees only their own tasks and inspections
role-does-care-coordinator = Works in the closed part for care
role-does-chain-partner = Sees their own reports and what was handed over
role-does-board = Sees figures only
role-does-administrator = Looks after people and configuration, sees no content
role-does-regional-analyst = Sees figures only
