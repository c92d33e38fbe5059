# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

own-reports-title = Own reports
own-reports-lead = This is how the reports of your organisation stand. What happens exactly we may not show here.
own-reports-number = Number
own-reports-received = Received
own-reports-state = State
own-reports-state-new = Received. We are looking at the report.
own-reports-state-signal = Being handled. You will hear from us.
own-reports-state-aside = Looked at. The desk does not take the report further.
own-reports-empty = No reports yet.
own-reports-empty-more = When you report something, you see here how it stands.
