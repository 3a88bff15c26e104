extension PageWords {
    static let english = PageWords(
        frame: Frame(
            skip: "Skip to content", languages: "Language", contact: "Contact us", phone: "Phone",
            email: "E-mail", address: "Visit", hours: "Opening hours", closedDay: "closed",
            website: "The municipality’s website", privacy: "Privacy",
            accessibility: "Accessibility statement",
            home: "Ask a question"),
        ask: Ask(
            title: "How can we help you?", openNow: "Open now", closesAt: "closes at {time}",
            closedNow: "Closed now", opensAt: "opens {day} at {time}", today: "today", tomorrow: "tomorrow",
            openLead: "Write to us, and one of us will answer you here on this page.",
            awayLead:
                "Nobody is at the screen just now. Write anyway: your question is kept, and you are told when "
                + "the answer comes.",
            closedLead: "Write anyway: your question is kept, and you are told when the answer comes.",
            question: "Your question",
            questionHelp:
                "Do not write national identity numbers, health details or other sensitive information.",
            contact: "Contact details (optional)",
            contactHelp: "Give them only if you want us to be able to reach you in another way.",
            name: "Name",
            email: "E-mail", phone: "Phone", answerLanguage: "Answer in", send: "Send the question",
            noScript:
                "Your browser runs no scripts. You get a page with a receipt, and the answer appears there."),
        status: Status(
            title: "Your inquiry", reference: "Reference", received: "Received", expected: "Final answer by",
            answered: "Answered", closed: "Closed", state: "Status", conversation: "Conversation",
            empty: "No messages yet.", refresh: "Refresh the page",
            keepLink: "Keep the link to this page. Everyone who has it can read what is here.",
            erased: "The text was erased.", you: "You", desk: "The service desk", system: "Automatic message",
            receipt: "Receipt",
            states: [
                .received: "Received", .inProgress: "In progress", .awaitingCitizen: "Waiting for your reply",
                .withUnit: "With the department", .scheduled: "Scheduled", .answered: "Answered",
                .closed: "Closed", .voided: "Cancelled",
            ]),
        talk: Talk(
            title: "Your conversation", waiting: "You are in the queue. Somebody will answer you soon.",
            left: "Your question is kept. The receipt says when the answer comes.",
            active: "You are talking with the service desk.",
            ended: "The conversation is over. If you write again, we reopen it.",
            position: "You are number {n} in the queue. Estimated wait: {wait}.",
            next: "You are next. Estimated wait: {wait}.", lessThanMinute: "less than a minute",
            minutes: "about {n} min", typing: "The service desk is typing …", reply: "Write a message",
            replyHint: "Enter sends. Shift and Enter starts a new line.", send: "Send", sending: "Sending …",
            failed: "The message was not sent.", retry: "Try again", end: "End the conversation",
            endQuestion: "Do you want to end the conversation?", endYes: "Yes, end it", endNo: "No, continue",
            new: "New question", receipt: "Receipt", reference: "Reference",
            statusLink: "See the status later",
            reconnecting: "The connection is lost. Connecting again …", connected: "The connection is back.",
            gone: "The conversation does not exist.", offline: "We cannot be reached right now. Try again.",
            tooLong: "The text is too long.", you: "You", desk: "The service desk",
            system: "Automatic message",
            log: "Messages"))
}
