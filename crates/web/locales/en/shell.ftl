# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

shell-skip = To the content
shell-wrong = Error:
shell-demo = Demonstration: all people and reports are invented.
shell-place = Municipality of { $name }
shell-search = Search in signals and reports
shell-search-short = Search
shell-other-language = Nederlands
shell-other-language-short = NL
shell-account = My account
shell-keys = Use keyboard shortcuts
shell-log-out = Log out
shell-log-out-unsent = A report is still waiting to be sent. It is erased when you log out. Log out all the same?
shell-confidential = Confidential: only for those who work with it

nav-main = Main menu
nav-today = Today
nav-report-own = Report
nav-own-reports = Own reports
nav-advice = Advice
nav-reports = Reports
nav-signals = Signals
nav-tasks = Tasks
nav-meetings = Meetings
nav-plan = Plan
nav-figures = Overview
nav-glass = Emergency
nav-privacy = Privacy
nav-retention = Keeping
nav-administration = Administration

form-wrong = Something is not in order

date-yesterday = yesterday

shell-breadcrumb = Breadcrumb
shell-paging = Pages
form-stop = Back without changing
