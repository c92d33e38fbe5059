# SPDX-FileCopyrightText: 2026 The Meldroute authors
# SPDX-License-Identifier: EUPL-1.2

configuration-title = Configuration
configuration-version = The route as it is in force now, version { $version }.
configuration-how = The configuration stands in files. A new version is checked and loaded on the server; a signal that is under way keeps going. The description is in Dutch.
configuration-mailboxes = Mailboxes and background work
configuration-scanner = Virus scanner
configuration-scanner-none = not set up
configuration-scanner-set = Files of reports are checked for viruses.
configuration-scanner-none-how = Files of reports are not checked for viruses. Set up clamd with “clamd” in meldroute.toml.
configuration-outbox = Outgoing mail
configuration-outbox-sent = Last sent: { $at }.
configuration-outbox-not-sent = Nothing sent since the program started.
configuration-outbox-waiting = Waiting mails: { $count }.
configuration-outbox-fails = Nothing is sent since { $since }; see the log of the server.
configuration-worker-ended = Stopped unexpectedly
configuration-worker-stopped = Stopped last on { $at } and was started again. See the log of the server.
configuration-worker-search = Search
configuration-worker-mailbox = Reading mailboxes
configuration-worker-outbox = Sending mail
configuration-worker-files = Checking files
configuration-worker-retention = Keeping and destroying
configuration-worker-processing = Send the processing log on and trim it
configuration-mailbox-read = Last read: { $at }.
configuration-mailbox-not-read = Not read yet.
configuration-mailbox-works = The mailbox works.
configuration-mailbox-broken = Does not work
configuration-mailbox-fails = The mailbox has not worked since { $since }.
configuration-mailbox-unreachable = The mail server can't be reached.
configuration-mailbox-certificate = The certificate of the mail server is not trusted.
configuration-mailbox-log-in = The mail server refuses the name or the password.
configuration-mailbox-folder = A folder is missing or can't be opened.
configuration-mailbox-refused = The mail server does not do what is needed.
configuration-mailbox-settings = The settings are not right; see the log of the server.
configuration-mailbox-stuck = { $count ->
    [one] One message can't be stored and stays
   *[other] { $count } messages can't be stored and stay
  } in the mailbox, since { $since }. See the log of the server.
configuration-mailbox-cannot-delete = The program cannot delete here: the mail server lacks UIDPLUS. What was processed stays there.
configuration-mailbox-storage = Messages can't be stored here; they are still in the mailbox. Is the disk full?
