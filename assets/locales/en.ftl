### English. The other languages say the same messages, with the same values.

## Terms that a vendor may rename

-deal = deal
-deals = deals
-deals-title = Deals
-desk = Deal desk

## Everywhere

loading = Loading
try-again = Try again
close = Close
cancel = Cancel
done = Done
back = Back
back-to = Back to { $page }
continue = Continue
choose = Choose
yes = Yes
no = No
skip = Skip to the page
field-optional = (optional)
form-mistakes = { $count ->
    [one] One thing to mend
   *[other] { $count } things to mend
  }
not-fresh = No answer just now. What you see is from { $moment }.
picture-show = Show as picture
table-show = Show as table
live-open = Live
live-cut = Not live

## Navigation and the person's menu

nav-label = Main
nav-home = Home
nav-deals = { -deals-title }
nav-desk = { -desk }
nav-you = You
menu-language = Language
menu-scheme = Appearance
scheme-auto = As the device
scheme-light = Light
scheme-dark = Dark
menu-shortcuts = Single-key shortcuts
menu-shortcuts-help = N registers, / searches, F filters, J and K walk, A, R and I decide, T takes, X picks.
sign-out = Sign out
sign-out-failed = Signing out did not work. You are still signed in on this device. Try again.
nowhere = Nothing here
nowhere-text = The address names no page of this portal.

## Signing in

sign-in-title = Sign in
sign-in-email = Email
sign-in-password = Password
sign-in-button = Sign in
sign-in-email-missing = Enter the email address you were invited with
sign-in-password-missing = Enter your password
sign-in-wrong = Email and password do not belong together. Check both and try again.
sign-in-too-many = Too many tries for this account. Wait five minutes, then try again.
sign-in-expired = Your session has ended. Sign in to go on where you were.

## Failures: what happened, what is kept, what to do

failure-offline = No answer
failure-offline-text = There is no network, or the portal is not reachable. Try again in a moment.
failure-not-found = Not found
failure-not-found-text = It does not exist, or it is not yours to see.
failure-forbidden = Not allowed
failure-forbidden-text = Your role does not include this. Ask whoever invited you.
failure-signed-out = Signed out
failure-signed-out-text = Sign in again to go on.
failure-changed = Changed meanwhile
failure-changed-text = Somebody was quicker. The page shows how it stands now.
failure-too-many = Too many requests
failure-too-many-text = Wait a minute, then try again.
failure-invalid = Some fields need mending
failure-invalid-text = They are listed above.
failure-server = The portal failed
failure-server-text = Nothing was changed. Try again in a moment.

## States

review-draft = Draft
review-claimed = Claimed
review-submitted = Submitted
review-in-review = In review
review-info-requested = More information needed
review-approved = Approved
review-rejected = Rejected
review-duplicate = Duplicate
review-withdrawn = Withdrawn
review-expired = Expired
sla-left = { $length } left
sla-late = Late by { $length }

## Home

home-morning = Good morning, { $name }
home-day = Good afternoon, { $name }
home-evening = Good evening, { $name }
home-firm = { $firm } · { $tier } partner
home-waiting = Waiting for you
home-more = { $count ->
    [one] One more
   *[other] { $count } more
  }
home-nothing = Nothing waits for you
home-nothing-partner = Questions, claims, drafts and protection that ends soon appear here.
home-nothing-vendor = Registrations to answer appear here as they come in.
home-answer = { $name } needs an answer
home-ending = { $count ->
    [0] Protection ends today
    [one] Protection ends in one day
   *[other] Protection ends in { $count } days
  }
home-draft = { $name }: finish the draft
home-draft-text = Saved { $when }, not submitted
home-claim = { $name }: complete the claim
home-claim-text = The place is kept until { $day }
home-extension = { $count ->
    [one] One more day of protection asked for
   *[other] { $count } more days of protection asked for
  }
pipeline-title = Pipeline
pipeline-count = { $count ->
    [one] one { -deal }
   *[other] { $count } { -deals }
  }
pipeline-more = { $count ->
    [one] { $value } and one more currency
   *[other] { $value } and { $count } more currencies
  }

## The pipeline in pictures, and the forecast

pipeline-view = What is shown
pipeline-pictures = Pictures
pipeline-firm = My firm
pipeline-all-partners = All partners
pipeline-period = Months
pipeline-months = { $count } months
pipeline-counted = What is counted
pipeline-stacked = Months are divided by
pipeline-by-category = Category
pipeline-open = Open
pipeline-won = Won in { $count } months
pipeline-lost = Lost in { $count } months
pipeline-won-word = Won
pipeline-lost-word = Lost
pipeline-won-value = Value won
pipeline-lost-value = Value lost
pipeline-all = All
pipeline-reason = Reason
pipeline-no-reason = No reason given
pipeline-by-stage = By stage
pipeline-by-stage-text = Approved { -deals } that are neither won nor lost.
pipeline-by-month = By expected close
pipeline-by-month-text = When open { -deals } are expected. A day that has passed is overdue.
pipeline-ended = Won and lost by month
pipeline-ended-text = By the day it was said.
pipeline-lost-why = Lost by reason
pipeline-rejected-why = Rejected by reason
pipeline-no-open = No open { -deals } here.
pipeline-no-ended = Nothing was won or lost in this time.
pipeline-no-lost = Nothing was lost in this time.
pipeline-no-rejected = Nothing was rejected in this time.
pipeline-nothing = No pipeline yet
pipeline-nothing-text = Once a { -deal } is approved, it is drawn here: by stage, by month and by what is to be expected.
picture-bar = { $count ->
    [one] { $name }: one { -deal }
   *[other] { $name }: { $count } { -deals }
  }
picture-bar-sum = { $count ->
    [0] { $name }: nothing
    [one] { $name }: one { -deal }, { $sum }
   *[other] { $name }: { $count } { -deals }, { $sum }
  }
picture-won-lost = { $month }: { $won } won, { $lost } lost
forecast-title = Forecast
forecast-text = By month of expected close, and beside it what was won. Weighted, each { -deal } counts by the probability of its stage.
forecast-month = Month
forecast-overdue = Overdue
forecast-later = Later
forecast-no-day = No date
forecast-won = Won
forecast-commit = Commit
forecast-best-case = Best case
forecast-pipeline = Pipeline
forecast-omitted = Not counted
forecast-weighted = Weighted
forecast-open = Open { -deals }
forecast-others = { $count ->
    [one] One other partner
   *[other] { $count } other partners
  }
forecast-by-partner = By partner
forecast-by-partner-text = Over all of these months, the largest first.
forecast-none = Nothing is expected, and nothing was won.
forecast-nothing = { $name }: nothing
forecast-said-won = { $name }: { $won } won
forecast-said = { $name }: commit { $commit }, best case { $best }, pipeline { $pipeline }, weighted { $weighted }

## The list

deal-register = Register a { -deal }
deals-search = Search { -deals }
deals-search-hint = Customer, number, product
deals-sets = Which { -deals }
deals-mine = Mine
deals-more = Show more
deals-none = No { -deals } yet
deals-none-text = Register the first one when a customer names a problem. It takes a minute.
deals-none-found = Nothing found
deals-none-found-text = No { -deal } fits what you search for.
deals-show-all = Show all
set-open = Open
set-me = Needs me
set-partner = With partners
set-ending = Ending soon
set-decided = Decided
set-all = All
set-late = Late
set-conflicts = Conflicts
row-answer = answer in { $length }
row-answer-late = answer { $length } late
row-asked = asked { $when }
row-complete = complete by { $day }
row-days-left = { $count ->
    [0] last day
    [one] one day left
   *[other] { $count } days left
  }
column-customer = Customer
column-number = Number
column-review = Review
column-stage = Stage
column-products = Products
column-owner = Owner
column-partner = Partner
column-next = Next
column-closes = Closes
column-value = Value
column-deals = { -deals-title }

## What narrows the list

filter-title = Filters
filter-set = What narrows the list
filter-chip = { $label }: { $value }
filter-remove = Remove { $filter }
filter-clear = Clear all
filter-apply = Show
filter-show-over = Show more than { $count } { -deals }
count-over = { $count }+
filter-show = { $count ->
    [one] Show one { -deal }
   *[other] Show { $count } { -deals }
  }
filter-handler = Seen to by
filter-nobody = Nobody yet
filter-me = Me
filter-who = Search people and partners
filter-value = Value
filter-any-time = Any time
filter-by-days = From a day to a day
filter-any-currency = Any currency
filter-from = From
filter-until = Until
filter-mend-amount = Write an amount such as 50000
filter-mend-order = This comes before the start. Choose one that is not before it
span-from = from { $from }
span-until = until { $until }
span-between = { $from } to { $until }
period-overdue = Overdue
period-today = Today
period-this-week = This week
period-this-month = This month
period-next-month = Next month
period-last-month = Last month
period-this-quarter = This quarter
period-next-quarter = Next quarter
period-this-year = This year
period-next-days = Next { $count } days
period-last-days = Last { $count } days
view-save = Save filter
view-save-title = Save this filter
view-name = Name
view-name-help = It stands among the sets, on all your devices. Named days such as “This month” move on with the calendar.
view-name-missing = Give it a name
view-name-taken = Another of your filters has this name. Choose another
view-name-long = At most { $count } characters
view-many = You keep { $count } filters, which is as many as there can be. Remove one first
view-start = Begin with this filter
view-manage = Kept filters
view-rename = Name of { $name }
view-up = Move { $name } up
view-down = Move { $name } down
view-remove = Remove { $name }
view-removed = “{ $name }” is removed.
view-none = No filters kept
view-none-text = Narrow the list and save the filter. You find it here and among the sets.

## The board

layout = How { -deals } are shown
layout-table = Table
layout-board = Board
board-label = { -deals-title } by stage
board-help = Arrow keys move between cards, Enter opens one, M moves it to another stage.
board-waiting = Waiting for an answer
board-column = { $stage }, { $count ->
    [one] one { -deal }
   *[other] { $count } { -deals }
  }
board-empty = Nothing here
board-move = Move { $name }
board-move-title = Move { $name } to
board-moved = { $name } is now at { $stage }.
board-closed = { $name } is now { $stage }.
board-not-moved = { $name } is back at { $stage }. { $why }: { $text }
board-more-failed = No more could be shown. { $why }: { $text }
board-not-opened = { $name } was not moved. { $why }: { $text }
board-undone = { $name } is at { $stage } again.

## Many at once

pick-one = Select { $name }
pick-all = Select all shown
pick = Select
pick-bar = What is done with those selected
picked = { $count ->
    [one] One selected
   *[other] { $count } selected
  }
pick-none = Nothing can be done with all of them. Select fewer.
bulk-title = { $act }: { $count ->
    [one] one { -deal }
   *[other] { $count } { -deals }
  }
bulk-send = { $count ->
    [one] Carry out for one { -deal }
   *[other] Carry out for { $count } { -deals }
  }
bulk-mend = Choose one
bulk-firms = They belong to several firms. Select those of one to hand them to a colleague there.

## One deal

deal-title = Registration
deal-unnamed = No customer yet
deal-parts = Parts
deal-number = Number
value-open = Value open
closes-on = closes { $day }
protected-until = Protected until { $day }
claim-until = Place kept until { $day }
extension-pending = { $count ->
    [one] One more day is asked for. The protection goes on until the vendor has answered.
   *[other] { $count } more days are asked for. The protection goes on until the vendor has answered.
  }
extension-granted = { $count ->
    [one] Made one day longer
   *[other] Made { $count } days longer
  }
extension-refused = { $count ->
    [one] One more day was asked for and not granted
   *[other] { $count } more days were asked for and not granted
  }
days-left = { $count ->
    [0] last day
    [one] one day left
   *[other] { $count } days left
  }
answer-due = Answer due { $moment }
received-at = Received { $moment }
receipt = Receipt
receipt-pending = Receipt, being checked
receipt-verified = Receipt, verified
receipt-verified-text = The server signed this, and your device has checked the signature. Whoever has the file can check it too.
receipt-wrong = Receipt does not hold
receipt-wrong-text = The receipt does not hold: its signature is wrong, or it says something else than this page. Somebody may have changed the registration.
receipt-keep-text = Download the receipt, keep it, and ask the vendor.
receipt-unchecked = Receipt, not checked
receipt-not-fetched-text = The receipt or the key did not arrive, so nothing could be checked. That says nothing against it.
receipt-insecure-text = This page came without encryption (https). The browser checks no signatures there, so you cannot rely on what is shown.
receipt-old-browser-text = This browser cannot check this kind of signature (Ed25519). A newer one can, and so can whoever has the file.
receipt-signed = Signed later
receipt-customer = Customer, as a fingerprint
receipt-salt = Salt of the fingerprint
receipt-previous = Fingerprint of the receipt before
receipt-first = None, it is the first
receipt-key = Key
receipt-download = Download receipt
hint-submitted = Submitted. Your place counts from the time of receipt.
hint-asked = More information is needed
hint-asked-vendor = Waiting for the partner’s answer
hint-approved = Approved
hint-rejected = Rejected
hint-duplicate = Registered by somebody else before
hint-draft = A draft. Only your firm sees it.
hint-claimed = Claimed. Your place counts from the time of receipt; complete it while it is kept.
hint-claimed-vendor = Claimed. The partner completes it.
hint-lapsed = The claim was not completed in time
hint-disputed = The partner asks for another look
hint-lost = Lost: { $reason }
hint-expired = The protection has ended
hint-said = Last word
story-title = Activity
story-more = Show earlier
facts-title = Details
conflicts-title = Registrations of the same customer
conflicts-count = { $count ->
    [one] One registration of the same customer.
   *[other] { $count } registrations of the same customer.
  }
conflicts-first = This one was received first.
conflicts-later = Another one was received first.
conflicts-compare = Compare
conflicts-received = Received
conflicts-this = This one · { $firm }
conflicts-same = The same
conflicts-was-first = first
match-website = Website
match-duns = DUNS
match-name = Name and country

## What happened

event-created = Draft begun
event-claimed = Place claimed
event-updated = Changed
event-submitted = Registered
event-review-started = In review
event-info-requested = { $firm } asks for more information
event-approved = Approved by { $firm }
event-rejected = Rejected by { $firm }
event-duplicate = Marked as a duplicate
event-reverted = Decision put right, in review again
event-disputed = { $firm } asks for another look
event-claim-ending = { $count ->
    [0] The claim is kept until today
    [one] The claim is kept for one more day
   *[other] The claim is kept for { $count } more days
  }
event-protection-ending = { $count ->
    [0] Protection ends today
    [one] Protection ends in one day
   *[other] Protection ends in { $count } days
  }
event-extension-requested = { $count ->
    [one] One more day of protection asked for
   *[other] { $count } more days of protection asked for
  }
event-extension-granted = { $count ->
    [one] One more day of protection granted
   *[other] { $count } more days of protection granted
  }
event-extension-refused = Longer protection not granted
event-reassigned = Handed to { $name }
event-co-sell = { $firm } asks for help: { $kind }
event-advanced = Now at { $stage }
event-won = Won
event-lost = Lost
event-withdrawn = Withdrawn by { $firm }
event-expired = Time has run out
event-commented = Message from { $firm }
event-noted = Internal note
event-other = Something else happened

## Messages

comment-label-partner = Write to your channel manager
comment-label-vendor = Write to the partner, or a note
comment-label-draft = Note for your colleagues
comment-audience = Who reads it
comment-both = Partner sees it
comment-internal = Only us
comment-send = Send

## Files on messages

attach-file = Attach files
attach-photo = Take a photo
attach-drop = Drop the files here
attach-files = Files of this message
attach-sent = { $sent } of { $size }
attach-waiting = No network. It goes on by itself.
attach-remove = Remove { $name }
attach-again = Try again
attach-ready = { $name } is ready to be sent.
attach-not-ready = { $name } was not taken.
attach-kind = Files of this kind are not taken. Choose a picture, a PDF, an office document, text, CSV, MP4 or MOV.
attach-mismatch = What is in the file is not what its name says. Save it again under its right name, text as UTF-8.
attach-large = Larger than { $size }. Make it smaller, or send it in parts.
attach-too-large = This portal takes no files of this size.
attach-empty = There is nothing in this file. Choose another.
attach-many = At most { $count } files go at once. Send the others after these.
attach-failed = It could not be sent.
attach-waits = Waits for files
file-open = Show { $name }
file-download = Download

## Mentions

mention-help = Type @ to mention somebody. Pictures and files can be dropped here.
mention-people = People to mention
mention-found = { $count ->
    [one] One person found. Choose with the arrow keys and Enter.
   *[other] { $count } people found. Choose with the arrow keys and Enter.
  }
mend-mention = Somebody who is mentioned does not see this. Take the name out.
mend-attachment = A file is not there any more. Remove it and attach it again.

## What may be done

act-group = Actions
act-more = More actions
act-continue = Continue
act-complete = Complete
act-claim = Claim the place
act-answer = Answer
act-reply = Reply
act-approve = { $count ->
    [one] Approve, one day
   *[other] Approve, { $count } days
  }
act-approve-short = Approve
act-reject = Reject
act-ask = Ask
act-start-review = Take on
act-duplicate = Mark as duplicate
act-revert = Put right
act-dispute = Ask for another look
act-withdraw = Withdraw
act-copy = Copy to a new draft
act-extend = Ask for more time
act-extension = Answer the request
act-reassign = Hand to a colleague
act-advance = Move on
act-win = Won
act-lose = Lost
act-co-sell = Ask for help
approve-title = Approve and protect
approve-text = The partner is told at once. Nobody else gets this customer while it is protected.
reject-title = Reject
reject-text = The partner reads the reason and your words.
ask-title = Ask for more information
ask-text = The partner may change what you tick. Your time to answer rests until then.
duplicate-title = Mark as a duplicate
duplicate-text = The partner reads your words, never who was first.
revert-title = Put the decision right
revert-text = It goes back into review, in view of both sides.
dispute-title = Ask for another look
dispute-text = Once for each registration. Say what speaks for yours.
withdraw-title = Withdraw
withdraw-text = The vendor is told, and your place is given up.
extend-title = Ask for longer protection
extend-text = The vendor reads your words and answers. The protection goes on until then.
extension-title = Longer protection
extension-text = The partner is told at once.
extension-answer = Your answer
extension-grant = Grant
extension-refuse = Refuse
extension-days = More days
reassign-title = Hand to a colleague
reassign-text = They are told, and the { -deal } is theirs from now on.
advance-title = Where is the sale now?
advance-text = Both sides see it in the pipeline.
win-title = The sale is won
win-text = Say what it came to. Nothing can be changed after that.
won-value = Value in { $currency }
won-reference = Order number
lose-title = The sale is lost
lose-text = Say why: both sides learn from it. Nothing can be changed after that.
co-sell-title = Ask the vendor for help
co-sell-text = Your account executive is told at once.
co-sell-kind = What help?
co-sell-architecture = Check of the architecture
co-sell-presentation = Presentation to the business
co-sell-competition = What the competition offers
co-sell-pricing = Help with the price
co-sell-technical = Technical advice
co-sell-cost = Total cost of ownership
co-sell-deal = Support in closing
co-sell-tender = Public tender
order-comment = Comment
order-days = Days of protection
order-days-help = Counted from today on.
order-reason = Reason
order-fields = What may be changed
order-of = Which was first

## The form

answer-title = Answer
complete-title = Complete the registration
answer-send = Send answer
step-of = { $step } of { $steps }
saving = Saving
saved = Saved
not-saved = Not saved yet
save-draft = Save draft
submit = Submit registration
claim = Claim now
submit-keys = Ctrl ↵
saved-toast = Draft { $number } is saved
submitted-toast = { $number } is submitted
claimed-toast = { $number } is claimed. Complete it while its place is kept.
typed-kept = What you had typed here is back.
claim-kept = The place for { $name } is kept until { $day }. This is what is still needed.
form-changed = Somebody else changed it too, so yours was not sent. Take theirs, or keep yours and send it again.
form-arrived = An earlier try had arrived
form-arrived-text = Look among the { -deals } before you send it again: it may be there.
typed-still-here = What you typed is still here.
start-over = Start over
take-theirs = Take theirs
keep-mine = Keep mine
more-details = Add more details
section-customer = The customer
section-contact = The contact
section-deal = The { -deal }
section-custom = Also asked
section-more = More details
section-qualification = Qualification
customer-name = Customer name
customer-website = Customer website
website = Website
country = Country
city = City
industry = Industry
duns = DUNS number
contact-name = Contact name
contact-email = Contact email
contact-phone = Contact phone
contact-title = Position
consent = The customer agrees that these details are passed on for this registration
consent-short = Customer agrees
vendor-contact = May the vendor get in touch?
vendor-contact-no = No
vendor-contact-ask = Ask me first
vendor-contact-yes = Yes
products = Products
quantity = Quantity
amount = Amount
quantity-of = Quantity of { $product }
amount-of = Amount for { $product }
value = Estimated value
currency = Currency
close-date = Expected close date
need = Customer need
need-help = What problem does the customer have? A sentence or two.
deal-type = Kind of sale
deal-type-net-new = New customer
deal-type-expansion = Expansion
deal-type-renewal = Renewal
attribution = Your part in it
attribution-sourced = We found it
attribution-influenced = We help with it
question-budget = Budget
question-authority = Decision maker
question-need = Need confirmed
question-timeline = Timeline
answer-unknown = Not known
note-on = Note on { $question }
conflict-asking = Looking whether somebody has registered this customer.
conflict-clear = No competing registration found. Your place counts from receipt.
conflict-possible = Somebody else has a registration open. Yours is taken too: first in wins.
conflict-protected = Protected for somebody else at the moment. You can register it; the vendor decides.
conflict-own = Already registered by { $owner } of your firm:
conflict-too-often = You have asked often today. Your place counts from receipt all the same; the answer comes with it.

## How mistakes are mended

mend-customer-name = Enter the name of the customer
mend-website = Enter the customer’s website
mend-website-ending = Add the ending of the website, such as .com
mend-website-form = Enter the website as a name such as example.com
mend-country = Choose the country
mend-duns = Enter the nine digits of the DUNS number
mend-contact-name = Enter the name of the contact
mend-email = Enter the contact’s email address
mend-email-ending = Add the ending of the address
mend-email-form = Enter the address as name@example.com
mend-phone-country = Begin the number with + and the country, such as +49
mend-phone-form = Enter 8 to 15 digits after the +
mend-consent = Ask the customer and tick that they agree
mend-products = Choose at least one product
mend-value = Enter the estimated value
mend-amount = Enter the amount in digits, such as 1250
mend-decimals = Enter no more decimals than the currency has
mend-sum = Let the amounts of the products add up to the value
mend-currency = Use one currency for all amounts
mend-close-date = Choose the day on which you expect to close
mend-date = This is no day. Enter day, month and year
mend-close-date-past = Choose today or a later day
mend-need = Describe the need in { $count } characters or more
mend-comment = Say why, in a sentence
mend-reason = Choose the reason
mend-fields = Tick at least one thing that may be changed
mend-days = Enter a number of days from 1 to { $count }
mend-owner = Choose a colleague
mend-stage = Choose another stage than now
mend-kind = Choose what help you need
mend-too-long = Shorten it to { $count } characters
mend-quantity = Enter a whole number from 1 to { $count }
mend-range = Enter a whole number up to { $count }
mend-required = Fill this in
mend-character = Take out the characters that do not belong here
mend-locked = This cannot be changed now
mend-other = Check this once more

## The desk

desk-sets = Which registrations
desk-none = Nothing waits
desk-none-text = New registrations appear here within a second.
set-mine = Mine
set-nobodys = Nobody’s
act-take = Take it
act-assign = Give to a colleague
assign-title = Give to a colleague
assign-text = They are told. Partners see nothing of it.
assign-to = To whom
assign-nobody = Nobody in particular
handled-by = { $name } sees to it
handled-by-nobody = Nobody sees to it yet
colleague-away = { $name } (away until { $day })
assigned-all = By rule { $rule }, which is for everything.
assigned-product = By rule { $rule }, because of { $product }.
assigned-territory = By rule { $rule }, because { $country } belongs to { $territory }.
assigned-both = By rule { $rule }, because { $country } belongs to { $territory }, and because of { $product }.
assigned-away = { $name } is away until { $day }.
role-channel-manager = Channel manager
role-vendor-admin = Vendor admin
approval-title = Approval
approval-steps = Approved in this order: { $rule }
approved-itself = Approved by itself: { $rule }
not-approved-itself = Not approved by itself ({ $rule }), since there is another registration or a dispute.
step-done = { $name } approved, { $at }
step-instead = { $name } approved in place of { $who }, { $at }
step-next = Now: { $who }
step-later = Then: { $who }
step-not-yours = Somebody else approves it now
step-not-yours-text = It waits for { $who }. What you typed is still here.
order-template = Template
template-undo = Bring back what I had typed
many-at-desk-title = Do the same with several
many-at-desk-none = Tick several to decide together
many-at-desk-picked = { $count ->
    [one] One picked
   *[other] { $count } picked
  }
many-at-desk-pick = Pick { $name }
many-at-desk-pick-all = Pick all that are shown
many-at-desk-approve-short = Approve
many-at-desk-assign-short = Assign
many-at-desk-approve-title = { $count ->
    [one] Approve one registration
   *[other] Approve { $count } registrations
  }
many-at-desk-approve-text = The partners are told at once. What has to be approved by several gets your step.
many-at-desk-approve = { $count ->
    [one] Approve it
   *[other] Approve all { $count }
  }
many-at-desk-assign-title = { $count ->
    [one] Give one registration to a colleague
   *[other] Give { $count } registrations to a colleague
  }
many-at-desk-assign-text = They are told of each. Partners see nothing of it.
many-at-desk-assign = { $count ->
    [one] Give it
   *[other] Give all { $count }
  }
many-progress = { $done } of { $count } answered
many-progress-label = Progress
many-done = { $count ->
    [0] None was done
    [one] One was done
   *[other] { $count } were done
  }
many-refused = { $count ->
    [one] One was not done. It is still selected.
   *[other] { $count } were not done. They are still selected.
  }
many-why-step = Somebody else has to approve it now.
many-why-state = It is no longer waiting: { $state }.
many-why-gone = It is not there any more.
absences-title = Time away
absences-text = While somebody is away, new registrations go to whoever stands in, who also sees what is open as their own.
absences-none = No absence planned.
absences-add = Add an absence
absences-drop = Remove absence { $number }
absences-number = Absence { $number }
absences-from = First day
absences-until = Last day
absences-cover = Who stands in
absences-no-cover = Nobody
absences-kept = Saved. New registrations follow it at once.
absences-read = { $from } to { $until }, nobody stands in
absences-read-cover = { $from } to { $until }, { $name } stands in
absences-mend-until = Choose a last day that is not before the first
preview-itself = Approved by itself, unless somebody else has registered the customer: { $rule }
preview-due = Handed in now, you have an answer by { $moment }.
event-assigned = Given to { $name }
event-unassigned = Given back: nobody sees to it
event-approval-step = One step approved
event-approved-itself = Approved by itself
notice-assigned = { $name }: { $who } gave it to you.
notice-approval-step = { $name }: { $who } approved a step.
notice-approved-itself = { $name }: approved by itself.

## Notices

notice-open = Open
notice-submitted = { $firm } registered { $name }.
notice-review-started = { $name }: in review by { $who }.
notice-info-requested = { $name }: { $who } asks for more information.
notice-approved = { $name }: approved by { $who }.
notice-rejected = { $name }: rejected by { $who }.
notice-duplicate = { $name }: marked as a duplicate by { $who }.
notice-reverted = { $name }: { $who } put the decision right.
notice-expired = { $name }: the time has run out.
notice-withdrawn = { $name }: withdrawn by { $who }.
notice-asset-replaced = { $name } has a newer version than the one you downloaded.
notice-asset-withdrawn = { $name } was withdrawn. Please do not use it any more.
notice-asset-version-withdrawn = The version of { $name } that you downloaded was withdrawn. Please do not use it any more.
notice-disputed = { $name }: { $who } asks for another look.
notice-claim-ending = { $name }: the claim is kept for a few more days. Complete it.
notice-protection-ending = { $name }: the protection ends soon.
notice-extension-requested = { $name }: { $who } asks for longer protection.
notice-extension-granted = { $name }: { $who } granted longer protection.
notice-extension-refused = { $name }: { $who } did not grant longer protection.
notice-reassigned = { $name } is { $owner }’s now.
notice-co-sell-requested = { $name }: { $who } asks for help.
notice-won = { $name }: { $who } won the sale.
notice-lost = { $name }: { $who } lost the sale.
notice-commented = { $name }: a message from { $who }.
notice-noted = { $name }: a note from { $who }.

## Notifications

notifications-title = Notifications
notifications-unread = Notifications, { $count } unread
notifications-count = { $count } unread
notifications-new = { $count ->
    [one] New
   *[other] { $count } new
}
notifications-read-all = Mark all as read
notifications-more = Show earlier
notifications-none = Nothing yet
notifications-none-text = What others do with your { -deals } appears here.

## Mail

mail-hello = Hello { $name },
mail-subject-deal = { $name }: { $count ->
    [one] one notice
   *[other] { $count } notices
  }
mail-subject = { $count } notices about { $deals } { -deals }
mail-more = { $count ->
    [one] One more is in the portal.
   *[other] { $count } more are in the portal.
  }
mail-open = Open in the portal
mail-why = { $vendor } writes to you because it is about your work in the partner portal.
mail-choose = Choose what comes by mail
mail-page = What comes by mail
mail-page-text = In the portal you are told of everything. Choose what goes to { $address } as well. The daily mail comes when the day begins at { $vendor }.
mail-way = By mail
mail-kept = Kept
mail-language = Language of your mail
mail-at-once = At once
mail-daily = Daily
mail-never = Never
topic-questions = Questions to you
topic-questions-help = The vendor needs to know more before deciding.
topic-decisions = Decisions
topic-decisions-help = In review, approved, rejected, a duplicate, protected for longer.
topic-comments = Messages
topic-comments-help = Somebody writes in a { -deal }.
topic-endings = Endings
topic-endings-help = A claim or a protection ends soon, or has ended.
topic-handovers = Handovers
topic-handovers-help = A { -deal } is given to you, or has another owner.
topic-registrations = Registrations
topic-registrations-help = Partners register { -deals } and withdraw them.
topic-requests = Requests
topic-requests-help = Partners ask for another look, for longer protection or for help.
topic-sales = Won and lost
topic-sales-help = Partners close their sales.
topic-library = Files you downloaded
topic-library-help = A file has a newer version, or was withdrawn.
mails-title = Written mail
mails-none = No mail yet
mails-none-text = What the portal writes to people appears here.
mails-kept-text = This portal has no mail server: mail is kept here to be read, and goes nowhere.
mails-more = Show earlier
mail-state-kept = Kept
mail-state-waiting = Waiting
mail-state-sent = Sent
mail-state-failed = Failed
mail-error = { $tries ->
    [one] Tried once.
   *[other] Tried { $tries } times.
  } The mail server: { $error }
mail-gone = This mail was sent, so its text is not kept any longer.

## Margin: what a partner earns on a deal

margin = Margin
margin-yours = Your margin
margin-locked-short = Margin, locked
margin-see-why = See why
margin-rule = Rule
margin-adds = Adds
margin-why = { $count ->
    [one] One rule adds to it
   *[other] { $count } rules add to it
}
margin-none = No rule adds to this { -deal } yet.
margin-always = For every { -deal }
margin-by-type = Partner type: { $names }
margin-by-tier = Tier: { $names }
margin-by-deal-type = Kind of sale: { $names }
margin-by-product = Product: { $names }
margin-by-certification = Certification: { $names }
margin-share-amount = { $rate } of { $amount }, the part of these products
margin-share-alike = { $rate } for { $products } of { $of } products, each counted alike
margin-cut = Less than it would be: all rules together give { $most } at most
margin-gain = { $more } more with the certification { $name }
margin-gain-tier = { $more } more at the tier { $name }
margin-until-approval = Can change until approval
margin-until-win = Can change until it is won
margin-locked = Locked since { $at }. No change of rules alters it.
margin-stands = As it was counted on { $at }
margin-next = The rules, or what your firm holds, have changed since. With the next step it becomes { $margin }.
margin-unknown = Your margin cannot be calculated now. Go on: it is counted when you submit.
margin-history = { $count ->
    [one] How it came to be: one entry
   *[other] How it came to be: { $count } entries
}
margin-version = Version { $number } of the rules
margin-why-submitted = Submitted
margin-why-approved = Approved
margin-why-won = Won
margin-why-reverted = Decision taken back
margin-why-deal = Value, products or kind of sale changed
margin-why-rules = Rules changed
margin-why-partner = Tier, type or certifications of the firm changed
margin-granted = This approval grants
margin-grant-locks = Locked from then on
margin-grant-open = Follows the rules until it is won

## Settings: the rules of the programme

settings-title = Settings
undo = Undo
settings-form = Registration form
settings-form-text = Your own fields, and what is needed to submit. Registrations stay with the form they were made with.
settings-products = Products and lists
settings-products-text = What partners can sell, their industries and the currencies you take.
settings-stages = Stages
settings-stages-text = The way from approval to the sale: what its steps are called, and what the forecast makes of them.
settings-registration = Claims and protection
settings-registration-text = How long a place is kept, and what partners learn of conflicts.
settings-answers = Answer times
settings-answers-text = How soon you answer, counted in your business hours. Partners see the countdown.
settings-reasons = Reasons
settings-reasons-text = What can be chosen when a { -deal } is rejected or lost.
settings-history = What was changed
settings-in-language = { $label } ({ $language })
settings-name = Name
settings-up = Move { $number } up
settings-down = Move { $number } down
settings-drop = Remove { $number }
settings-save = Save changes
settings-discard = Discard
settings-note = Why
settings-note-help = For your colleagues. It stands beside the change in the history.
settings-kept = Saved. The new rules are in force.
settings-changed = A colleague has changed the rules since you opened them. What you typed is still here.
settings-rebase = Put mine on top of theirs
settings-mend-name = Write the name in the first language
settings-mend-closes = Choose a time after the opening
settings-mend-max = Write a number that is not below the smallest
settings-mend-time = Choose a time of day
settings-mend-number = Write a whole number
settings-mend-range = Out of range: { $detail }
settings-mend-many = At most { $count } are possible
settings-mend-repeated = This is there twice: change or remove one
settings-mend-currency = Write a currency by its three letters, such as EUR
settings-windows = How long things last
settings-conflicts = Conflicts
settings-within = Time to answer
settings-hours = Business hours
settings-hours-text = Only these count towards the time to answer.
settings-currencies = Currencies
settings-currencies-text = By their three letters (ISO 4217). The first is preset.
settings-products-sold = Products
settings-products-sold-text = A product that you remove can no longer be registered. Where it was, it stays.
settings-industries = Industries
settings-rejection = Reasons for a rejection
settings-rejection-text = Partners read the one you choose. “Other” is always there.
settings-loss = Reasons for a loss
settings-loss-text = Partners choose one when a { -deal } is lost. “Other” is always there.
settings-templates = Templates
settings-templates-text = Texts that a decision begins with; they can be edited each time. These are filled in: { $names }.
settings-routing = Routing
settings-routing-text = Your territories, and whom registrations go to.
settings-territories = Territories
settings-territories-text = Countries that are looked after together. A country may be in several.
settings-routing-rules = Whom registrations go to
settings-routing-rules-text = The first rule that fits decides. Whoever is away is stood in for. Where no rule fits, the registration is nobody’s yet.
settings-approval = Approval
settings-approval-text = Who has to approve which registrations, in which order, or that they are approved by themselves.
settings-approval-rules-text = The first rule that fits decides, when a registration is handed in. Where none fits, anybody at the desk approves. Partners read the names.
settings-mend-placeholder = Use only the names in braces that are listed above
settings-mend-below = Write an amount above the one from which the rule is
template-add = Add a template
template-new = New template
template-for = For which decision
template-body = Text
territory-add = Add a territory
territory-countries = Countries
country-add = Add a country
country-drop = Remove { $name }
rule-add = Add a rule
rule-new = New rule
rule-to = Goes to
rule-from = From a value of
rule-below = Below a value of
rule-amount-help = In digits, such as 50000.
rule-currency-help = A registration in another currency does not fit: nothing is converted.
rule-way = How
rule-steps = Who approves, one after the other
way-steps = By people
way-itself = By itself
way-count = { $count ->
    [one] One step
   *[other] { $count } steps
  }
way-itself-help = At submission, with the usual days of protection. Never where there is another registration of the customer or a dispute.
step-add = Add a step
step-any = Any { $role }
step-number = Step { $number }
scope-territories = In these territories
scope-products = For these products
scope-help = With nothing ticked for all.
scope-removed = { $id } (removed)
engagement-approval = Who approves
engagement-from = { $name } (from { $from })
engagement-below = { $name } (below { $below })
engagement-between = { $name } (from { $from } to below { $below })
engagement-only = { $which }, only for { $what }
engagement-itself = { $which }: approved at once, unless somebody else has registered the customer.
engagement-steps = { $count ->
    [one] { $which }: one person of the vendor approves, as named in the form.
   *[other] { $which }: { $count } people of the vendor approve, one after the other.
  }
settings-house = House accounts
settings-house-text = Customers that you sell to yourselves. A registration of one is marked and never approved by itself.
house-published = Do partners read who they are?
house-published-yes = Yes
house-published-no = No
house-published-help = In the rules of engagement, and while they register one.
house-add = Add a house account
house-known-by = It is known by its website, or by its name in its country.
house-vendor = A house account: you sell to { $name } yourselves.
house-partner = A house account: the vendor sells to { $name } itself, and decides about this registration.
conflict-house = A house account: the vendor sells to this customer itself. You can register it; the vendor decides.
engagement-house = House accounts are customers that the vendor sells to itself. A registration of one is taken, and the vendor decides.
engagement-house-names = They are: { $names }.
settings-mend-known-by = Write the website, or choose the country
settings-incentives = Incentives
settings-incentives-text = What partners earn on a { -deal }, shown before they submit and explained after.
settings-mend-points = Write a number above 0 and up to 100
settings-mend-decimal = Write a number with at most two decimals
settings-mend-gone = Take away what is not in your lists any more
incentive-rules = Rules
incentive-rules-text = Counted in this order. Each adds its points of the value where all that is ticked is true.
incentive-rule-add = Add a rule
incentive-rule-new = New rule
incentive-points = Percentage points
incentive-points-help = What the rule adds to the margin.
incentive-when-text = With nothing ticked it counts for all. Of several ticked in one row, one is enough.
incentive-when-tier = For these tiers
incentive-when-type = For these partner types
incentive-when-deal = For these kinds of sale
incentive-when-product = For these products, for their part of the value
incentive-when-certification = With one of these certifications
incentive-gone = { $name } (removed)
incentive-together = All rules together
incentive-most = At most, in percentage points
incentive-most-help = The rule that reaches it is cut, and those after it add nothing.
incentive-lock = When it is locked
incentive-lock-approval = At approval
incentive-lock-win = When the sale is won
incentive-published = On the public page of rules
incentive-published-yes = Shown
incentive-published-no = Not shown
incentive-tiers = Tiers
incentive-tiers-text = A firm’s tier is known by one of these names.
incentive-tier-add = Add a tier
incentive-types = Partner types
incentive-type-add = Add a partner type
incentive-certifications = Certifications
incentive-certifications-text = What firms can hold. It counts until the day it ends.
incentive-certification-add = Add a certification
claim-days = Days a claim keeps its place
claim-days-help = 0 turns claims off.
protection-days = Days of protection
protection-days-help = What an approval proposes; each decision can say otherwise.
extension-days-preset = Days of an extension
extension-days-preset-help = What a request for an extension proposes.
extensions-most = Extensions at most
extensions-most-help = 0 if protection is never made longer.
conflict-when = Partners learn that a customer is registered already
conflict-when-help = They never learn by whom, what or how much.
conflict-per-day = Checks a person and day
conflict-per-day-help = So that nobody can search your pipeline by guessing.
told-while-typing = While they type
told-at-submission = With the receipt
told-never = Never
answer-within = Minutes to answer
answer-within-help = { $minutes ->
    [0] { $hours } business hours
   *[other] { $hours } business hours and { $minutes } minutes
  }
answer-days = Days
answer-opens = From
answer-closes = Until
answer-holidays = Holidays
answer-holidays-text = On these days nobody answers, and the time to answer rests.
answer-holiday-new = New holiday
answer-holiday-drop = Remove { $day }
form-field-new = New field
answer-holiday-add = Add a holiday
weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday
currency-add = Add a currency
currency-code = Currency { $number }
product-add = Add a product
industry-add = Add an industry
reason-add = Add a reason
stages-text = In your order, from the approval to the sale. Each stands for one of the six stages that every portal has, and each of the six needs one. A { -deal } in a stage that you remove goes on in the one that stands for the same.
stage-add = Add a stage
stage-new = New stage
stage-stands = Stands for
stage-stands-help = Where lists, rules and other systems see the { -deals } in it. Those that are in it already keep what it stood for.
stage-category = Forecast
stage-probability = Probability in percent
stage-percent = { $percent } %
stage-won-text = A sale that is made counts in full, and is not expected any more.
stage-lost-text = A sale that is lost counts nothing.
stage-prospect = Prospect
stage-qualified = Qualified
stage-proposal = Proposal
stage-committed = Committed
stage-won = Won
stage-lost = Lost
settings-mend-stages = Each of the six stages needs one that stands for it: add it again, or let another stand for it
form-required = Also needed to submit
form-required-text = Of the fields that are optional otherwise. For budget, decision maker, need and timeline an answer other than “unknown”.
form-fields = Your own fields
form-fields-text = Partners find them behind the fields that every registration has, in this order.
form-field-add = Add a field
form-label = Label
form-help = Help
form-kind = Kind
form-min = Smallest
form-max = Largest
form-longest = Most characters
form-options = Options
form-option-add = Add an option
form-needed = Needed for
form-needed-help = With nothing ticked the field is optional.
form-preview = So partners will see it
kind-text = One line of text
kind-long-text = Several lines of text
kind-number = Number
kind-choice = Choice
kind-date = Day
kind-checkbox = Box to tick
revision-by = Version { $number }, { $at }, { $name }
revision-first = Version { $number }, { $at }, as the portal began
revision-changes = What was changed
revision-now = In force
revision-put-back = Put back
revision-put-back-note = Put back to version { $number }
revision-put-back-done = The rules are those of version { $number } again.
revision-place = Place
revision-before = Before
revision-after = After

## Rules of engagement

engagement-title = Rules of engagement
engagement-link-text = What partners read: made of these rules, so that it cannot say anything else.
engagement-intro = What partners of { $vendor } can count on when they register a { -deal }. The portal keeps to these rules by itself.
engagement-first = First in wins
engagement-first-in = Whoever registers a customer first has the place. The moment of receipt counts, by the server’s clock to the millisecond.
engagement-receipt = Every registration gets a signed receipt that anybody can check.
engagement-claim = { $days ->
    [one] Name, website, country and product are enough to claim a place. The rest has to follow within one day.
   *[other] Name, website, country and product are enough to claim a place. The rest has to follow within { $days } days.
  }
engagement-answer = You get an answer
engagement-within = { $minutes ->
    [0] Within { $hours } business hours.
   *[other] Within { $hours } business hours and { $minutes } minutes.
  }
engagement-hours = Business hours: { $days }, { $opens } to { $closes }, { $zone }.
engagement-rests = While you are asked for information the time rests.
engagement-holidays = Not on: { $days }.
engagement-protection = Protection
engagement-window = { $days ->
    [one] An approved { -deal } is protected for one day, unless the decision says otherwise.
   *[other] An approved { -deal } is protected for { $days } days, unless the decision says otherwise.
  }
engagement-warning = You are warned 14 and 3 days before it ends.
engagement-no-extension = Protection is not made longer.
engagement-extension = { $times ->
    [one] You can ask once for more time, { $days } days unless you say otherwise.
   *[other] You can ask { $times } times for more time, { $days } days each unless you say otherwise.
  }
engagement-duplicates = The same customer twice
engagement-same = Two registrations meet when the customer has the same website, DUNS number, or name and country, and a product is in both. None is refused for that: a person decides.
engagement-told-typing = You see while you type whether a customer is registered already; never by whom.
engagement-told-receipt = You see with the receipt whether a customer is registered already; never by whom.
engagement-told-never = You are not told whether somebody else has registered a customer.
engagement-dispute = You can ask once for another look at a rejection or a duplicate.
engagement-margin = What you earn
engagement-margin-text = Each rule that applies adds its percentage points of the { -deal }’s value. You see your margin before you submit, and every line of it after.
engagement-most = All rules together give { $most } at most.
engagement-locked-approval = Approval locks your margin: later changes of the rules do not alter it.
engagement-locked-win = Your margin follows the rules until the { -deal } is won, which locks it.
engagement-share = A rule about products counts for their part of the value; without amounts each product counts alike. Amounts are rounded down, line by line.
engagement-version = Version { $number } of the rules, in force since { $at }.
## Export and import

column-quantities = Quantities
column-amounts = Amounts of the products
column-registered = Received
column-protected = Protected until
column-margin = Margin (points)
column-margin-amount = Margin (amount)
column-updated = Last change
export = Export
import-title = Import { -deals }
import-short = Import
import-why = What to mend
import-repeated = The same customer stands in a row above with the same product
import-registered = Your firm has this customer with the same product already
import-too-long = The row has more cells than the file has columns. Put text with separators in quotes
import-country = Enter the country’s code of two letters, such as DE
import-flag = Enter yes or no
import-product = Enter a product by its name or id, several with a semicolon between them
import-currency = Enter the currency’s code of three letters, such as EUR
import-choice = Enter one of the values that the form offers
import-type = Enter a whole number
import-file = File with { -deals }
import-file-text = A table saved as CSV, with the names of its columns in the first row. At most 5 MiB and { $rows } rows. An exported list shows how it can look.
import-choose = Choose a file
import-drop = or drop it here
import-bringing = Reading { $name }
import-too-large = { $name } is larger than 5 MiB. Split the table and bring its parts one after the other.
import-unread = { $name } could not be read. Save it again and choose it once more.
import-no-text = This is no table in CSV. Open it in your spreadsheet program and save it as CSV.
import-step-file = File
import-step-columns = Columns
import-step-check = Check
import-step-result = Result
import-steps = Steps
import-columns = What do the columns hold?
import-columns-text = { $name }, { $count ->
    [one] one row
   *[other] { $count } rows
  }. Nothing is written yet.
import-column = Column { $place }
import-column-holds = { $column } holds
import-left-out = Left out
import-sample-none = Empty
import-needed = (needed)
import-missing = Needed to register, and in no column yet: { $fields }
import-dates = Days such as 3/4/2027 are
import-day-first = the third of April
import-month-first = the fourth of March
import-decimals = Numbers such as 1.250 or 1,250
import-point = have a point before decimals
import-comma = have a comma before decimals
import-amount-currency = Currency where the file says none
import-agree = The customers in this file agree that their details are passed on
import-intake = The rows become
import-registered-deals = registered { -deals }
import-drafts = drafts, to be completed
import-check = Check the rows
import-checked = { $count ->
    [one] One row is good.
   *[other] { $count } rows are good.
  }
import-bad = { $count ->
    [one] One row needs mending and is left out.
   *[other] { $count } rows need mending and are left out.
  }
import-duplicates = { $count ->
    [one] One row may be a duplicate.
   *[other] { $count } rows may be duplicates.
  }
import-take-duplicates = Import possible duplicates too
import-nothing-good = No row can be imported as it is. Mend the file and bring it again, or assign the columns otherwise.
import-findings = Rows to look at
import-line = Line { $line }
import-see-deal = Show it
import-back = Back to the columns
import-start = { $count ->
    [one] Import one row
   *[other] Import { $count } rows
  }
import-running = { $done } of { $count } rows
import-running-title = The rows are being imported
import-running-text = You may leave this page. The import goes on, and you find it here.
import-cancel = Stop
import-another = Import another file
import-done = { $count ->
    [one] One { -deal } imported.
   *[other] { $count } { -deals } imported.
  }
import-none-done = Nothing was imported.
import-cancelled = The import was stopped. What had been imported stays.
import-failed = The import could not go on. What had been imported stays; the other rows are in the file below.
import-left = { $count ->
    [one] One row was not imported.
   *[other] { $count } rows were not imported.
  }
import-left-file = Download these rows
import-left-text = The file has the columns of yours and one that says what to mend. Mend it and bring it again.
import-see = Show the { -deals }
import-gone = This import is not kept any more. Bring the file again.
notice-importing = { $firm } registers { $count ->
    [one] one { -deal }
   *[other] { $count } { -deals }
  } from a file, { $name } first.

## The library

nav-assets = Assets
assets-search = Search assets
assets-search-hint = Title, product, words inside
assets-count = { $count ->
    [0] No assets
    [one] One asset
   *[other] { $count } assets
  }
assets-corrected = Nothing has “{ $asked }”. Showing “{ $shown }”.
assets-sort = Order
assets-sort-best = Best match
assets-sort-newest = Newest
assets-sort-popular = Most downloaded
assets-sort-title = Title
assets-filters = Filters
assets-filters-show = { $count ->
    [0] Nothing fits
    [one] Show one asset
   *[other] Show { $count } assets
  }
assets-filter-set = What narrows the library
assets-filter-value = { $name }, { $count ->
    [one] one asset
   *[other] { $count } assets
  }
assets-all-values = Show all { $count }
assets-used = Downloaded by me
assets-unpublished = Not published yet
assets-unpublished-show = { $count ->
    [one] Show the one that is not published yet
   *[other] Show the { $count } that are not published yet
  }
assets-unpublished-text = Partners see an empty library until you publish something.
assets-deal = For this { -deal }
assets-collections = Collections
assets-all = All assets
assets-collection-count = { $count ->
    [one] One asset
   *[other] { $count } assets
  }
assets-more = Show more
assets-none = The library is empty
assets-none-text = What the vendor publishes for you appears here: brochures, price lists, films.
assets-none-found = Nothing found
assets-none-found-text = No asset fits. Take out a filter, or search for fewer words.
assets-clear = Clear all
assets-find-for-deal = Find material for this { -deal }
facet-kind = Kind
facet-format = Format
facet-product = Product
facet-industry = Industry
facet-locale = Language
facet-role = Role
facet-stage = Stage of the sale
facet-standing = Standing
assets-kind-brochure = Brochure
assets-kind-data-sheet = Data sheet
assets-kind-presentation = Presentation
assets-kind-case-study = Case study
assets-kind-price-list = Price list
assets-kind-playbook = Playbook
assets-kind-battle-card = Battle card
assets-kind-guide = Guide
assets-kind-white-paper = White paper
assets-kind-video = Video
assets-kind-image = Image
assets-kind-logo = Logo
assets-kind-banner = Banner
assets-kind-email-template = Email template
assets-kind-social-post = Social post
assets-kind-template = Template
assets-kind-spreadsheet = Spreadsheet
assets-kind-text = Text
format-pdf = PDF
format-document = Document
format-slides = Slides
format-table = Table
format-picture = Picture
format-video = Film
format-page = Web page
format-text = Plain text
format-other = Other file
role-rep = Sales rep
role-marketer = Marketer
role-partner-admin = Partner admin
role-seller = Seller

## An asset

asset-title = Asset
asset-pages = { $count ->
    [one] One page
   *[other] { $count } pages
  }
asset-page = Page { $page }
asset-new-version = New version
asset-expires = Expires on { $day }
asset-download = Download
asset-download-name = Download { $name }
asset-preview = Preview
asset-page-of = Page { $page } of { $count }
asset-page-picture = Page { $page } of { $title }
asset-page-previous = Previous page
asset-page-next = Next page
asset-page-choose = Page
asset-pages-some = Only the first { $count } pages are shown. All of them are in the file.
asset-as-pages = Pages
asset-as-text = Text
asset-view-frame = Content of { $title }
asset-preparing = The preview is being prepared
asset-preparing-text = It appears here by itself. The file can be downloaded already.
asset-unreadable = There is no preview
asset-unreadable-text = The file cannot be shown here. Download it to look at it.
asset-facts = Facts
asset-size = Size
asset-length = Length
asset-products = Products
asset-industries = Industries
asset-stages = Stages of the sale
asset-tags = Tags
asset-updated = Changed
asset-downloads = Downloads
asset-valid = Valid until
asset-valid-from = Valid from
asset-valid-always = No last day
asset-every-industry = Every industry
asset-every-stage = Every stage
asset-audience = For
asset-for-everybody = Every partner
asset-for-tiers = Tiers: { $names }
asset-for-types = Types of partner: { $names }
asset-for-roles = Roles: { $names }
asset-for-regions = Countries: { $names }
asset-versions = Versions
asset-version = Version { $number }
asset-version-by = { $day }, by { $name }
asset-version-current = Current
asset-version-yours = You have this one
asset-version-download = Download version { $number }
asset-version-older = There is a newer version: you have version { $number }.
asset-collections = In collections
asset-related = Goes with it
asset-draft = Not published yet. Only your firm sees it.
asset-proposed = Somebody is asked to publish it. Until then only your firm sees it.
asset-proposed-short = To be published
asset-scheduled = Published from { $day } on. Until then only your firm sees it.
asset-scheduled-short = Scheduled
asset-published = Published
asset-expired = No longer valid
asset-expired-text = Its last day was { $day }. Use what goes with it, or ask your channel manager for a newer one.
asset-withdrawn = Withdrawn
asset-withdrawn-text = The vendor took it back. Use it no longer.
asset-download-progress = { $percent } · { $done } of { $size }
asset-download-stop = Stop
asset-download-go-on = Go on
asset-download-cut = The network is gone. What has come is kept; it goes on by itself when the network is back.
asset-download-checking = The file is being checked
asset-download-done = { $name } is downloaded and checked.
asset-download-broken = What came is not the file that was published. Nothing was saved. Try again.

## The vendor's side of the library

shelve-add = Add files
shelve-drop = Drop files here, or choose them: PDF, slides, documents, tables, pictures, films, pages, text. At most { $size } each.
shelve-choose = Choose files
shelve-choose-one = Choose a file
shelve-title = Title
shelve-description = What it is good for
shelve-description-help = Partners read it in the list, and find the asset by its words. At most { $count } characters.
shelve-tags-help = Words that people search for, with commas between them.
shelve-first-day = First day
shelve-last-day = Last day
shelve-audience = Who may use it
shelve-about = What it is about
shelve-tiers = Tiers
shelve-types = Types of partner
shelve-roles = Roles
shelve-regions = Countries
shelve-none-all = Where nothing is ticked, it is for everybody.
shelve-none-each = Where nothing is ticked, it is about all of them. Partners with a { -deal } for one of the products find it there.
shelve-mend-title = Give it a title
shelve-mend-days = The last day is before the first
shelve-mend-tags = At most { $count } tags
shelve-mend-gone = Something that is chosen here is not offered any more. Take it out
shelve-same = The same file is in the library already
shelve-same-current = This is the file that is current already.
shelve-like = Say this of all others too
shelve-liked = Several files were filled in.
shelve-going = Files are on their way
shelve-done = { $count ->
    [one] One asset is in the library.
   *[other] { $count } assets are in the library.
}
shelve-drafts = Save as drafts
shelve-publish = { $count ->
    [one] Publish
   *[other] Publish { $count }
}
shelve-propose = { $count ->
    [one] Ask to publish
   *[other] Ask to publish { $count }
}
shelve-to-library = To the library
shelve-published = Published
shelve-is-scheduled = Published from its first day on
shelve-is-proposed = Somebody is asked to publish it
shelve-is-draft = Saved as a draft
shelve-manage = In the library
shelve-publish-one = Publish
shelve-propose-one = Ask to publish
shelve-restore = Make it a draft again
shelve-edit-one = Edit
shelve-withdraw = Withdraw
shelve-withdraw-title = Withdraw { $name }?
shelve-withdraw-text = Partners find and download it no longer, everywhere and at once. Everybody who downloaded it is told. You can make it a draft again.
shelve-versions-back = Withdraw a single version
shelve-version-back = Withdraw version { $number }
shelve-version-back-text = Partners can download this version no longer. Everybody who downloaded it is told. This cannot be undone.
shelve-version-back-current = Partners can download this version no longer; the newest one before it becomes current. Everybody who downloaded it is told. This cannot be undone.
shelve-renew = New version
shelve-renew-text = The file takes the place of the current one everywhere: in the library, in collections, behind every link. Everybody who downloaded an older one is told.
shelve-renew-send = Replace everywhere
shelve-changes = What changed
shelve-changes-help = Partners read it beside the version.
shelve-edit = Edit asset
shelve-kept = Changes are saved
shelve-closed = It cannot be changed
shelve-closed-text = It was withdrawn. Make it a draft again to change it.
shelve-stale = Somebody changed this asset meanwhile. What you typed is still here.
shelve-look = Look at theirs
shelve-mine = Save mine over it
shelve-restored = You typed this earlier and did not save it.
shelve-start-over = Start over
shelve-toast-published = { $name } is published
shelve-toast-proposed = Somebody is asked to publish { $name }
shelve-toast-withdrawn = { $name } is withdrawn
shelve-toast-restored = { $name } is a draft again
shelve-toast-renewed = { $name } has a new version
shelve-refused-scripts = Partners cannot have the current version: its file runs scripts. Bring one without.
shelve-refused-outside = Partners cannot have the current version: its file loads things from elsewhere. Bring one that has all inside.
shelve-refused-bomb = Partners cannot have the current version: unpacked, its file would be enormous. Bring another one.
attach-gone = It is not kept any more. Choose the file again.
shelve-save = Save
shelve-table = Table to fill in
shelve-table-name = files.csv
shelve-table-back = Fill in from a table
shelve-table-filled = { $count ->
    [0] No file was filled in
    [one] One file was filled in
   *[other] { $count } files were filled in
}
shelve-table-columns = Columns that say nothing here: { $names }
shelve-table-cell = Line { $line }, { $column }: { $why }
shelve-table-no-file = Line { $line }: there is no file { $name } here
shelve-table-more = And { $count } more
shelve-table-no-text = This is no table in plain text. Save it as CSV in UTF-8.
shelve-table-empty = There is nothing below the first row.
shelve-table-nameless = No column is called “file”: it says which file a row is about.
shelve-table-twice = The column { $column } is there twice.
shelve-cell-missing = the cell in “{ $column }” is empty
shelve-cell-twice = line { $line } is about the same file
shelve-cell-unknown = “{ $text }” is not known
shelve-cell-day = “{ $text }” is no day as 2027-01-31 is one
shelve-cell-beyond = more cells than columns; put text with separators between quotes

## How the library is used

usage-link = Usage
usage-title = Use of the library
usage-by-views = Most opened
usage-by-downloads = Most downloaded
usage-by-unused = Nobody opened
usage-days = { $count ->
    [one] One day
   *[other] { $count } days
  }
usage-told = { $count ->
    [one] By partners today. Each person counts once a day, each download once a version.
   *[other] By partners in the last { $count } days. Each person counts once a day, each download once a version.
  }
usage-unopened = { $count ->
    [0] Partners have opened everything that is published. What they have not opened for longest stands first.
    [one] Nobody has ever opened one of the published assets. It stands first.
   *[other] Nobody has ever opened { $count } of the published assets. They stand first.
  }
usage-unopened-more = Nobody has ever opened at least { $count } of the published assets.
usage-asset = Asset
usage-views = Opened
usage-firms = Partner firms
usage-by-firms = { $count ->
    [one] One firm
   *[other] { $count } firms
  }
usage-last = Last used
usage-last-on = last used { $day }
usage-never = Never opened
usage-csv = CSV
usage-save = Download what is shown as CSV
usage-file = asset-usage
usage-none = Nothing is published yet
usage-none-text = Once partners can find assets, this page says which of them they open and download.

## Whether a copy is current

copies-check = Is my copy current?
copies-drop = Drop files here to see whether they are current
copies-found = What the library knows of your files
copies-looking = Looking
copies-current = This is the current version
copies-superseded = Superseded by version { $number }
copies-superseded-on = Replaced on { $day }. Use the newer one.
copies-expired-on = Its last day was { $day }. Use it no longer.
copies-unpublished = In the library, and not published
copies-unknown = Not from this library
copies-unknown-text = No asset that you may use has this content. If somebody changed the file, it is another one.
copies-large = Too large to be looked at here
copies-unread = It cannot be read. Choose it again.
copies-unsafe = Files are looked at over a safe connection alone (HTTPS).
copies-close = Close what was found
