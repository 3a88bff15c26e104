extension VisitWords {
    static let english = VisitWords(
        kiosk: Kiosk(
            title: "Ticket and check-in", takeTicket: "Take a ticket",
            takeTicketHelp: "I want to talk to somebody at the desk",
            haveAppointment: "I have an appointment",
            haveAppointmentHelp: "Tell us that you are here", closed: "The service desk is closed now",
            whatAbout: "What is it about?", other: "Something else", needs: "Do you need anything?",
            needsHelp: "Optional. Press what fits, before you choose what it is about.",
            getTicket: "Take a ticket", back: "Back", start: "Start again", wait: "One moment …",
            offline: "No connection just now. We are trying again, please stay.",
            gaveUp: "We get no connection. Go straight to the desk, and we will help you.",
            yourNumber: "Your number", keep: "Remember the number. It is called on the display.",
            aheadNone: "You are next", aheadOne: "1 ahead of you", aheadMany: "{ahead} ahead of you",
            expected: "About {minutes} minutes to wait", expectedSoon: "It is your turn very soon",
            expectedUnknown: "We cannot say for certain how long it takes.", done: "Done",
            again: "Try again", code: "Code", codeHelp: "Six digits from your booking, or the reference",
            clear: "Clear", checkIn: "I am here", welcome: "Welcome",
            told: "We have told them that you are here. Please wait, you will be fetched.",
            problem: "That did not work", language: "Language"),
        display: Display(
            title: "Queue display", nextNumber: "Now", number: "Number", counter: "Counter {counter}",
            goTo: "to counter {counter}", goToDesk: "to the desk", earlier: "Earlier",
            none: "Nobody has been called yet today", offline: "Connection lost. Reconnecting …",
            soundOn: "Turn sound on", soundOff: "Turn sound off",
            called: "Number {number} to counter {counter}", calledDesk: "Number {number} to the desk"),
        book: Book(
            title: "Book an appointment", lead: "Choose whom to talk to, and see the free times.",
            choose: "Choose whom", about: "About", none: "No free times in the next days. Please call us.",
            noHosts: "Nobody can be booked just now. Call us, and we will help you.",
            times: "Free times", visit: "Meeting with us", phone: "By phone", video: "By video",
            minutes: "{minutes} minutes", name: "Name", email: "E-mail", telephone: "Phone",
            reach: "Give an e-mail or a phone number, so that we can tell you if anything changes.",
            words: "What is it about? (optional)",
            wordsHelp:
                "Do not write national identity numbers, health details or other sensitive information.",
            book: "Book the appointment", other: "Choose somebody else", back: "Book another appointment",
            yours: "Your appointment", when: "Time", whom: "With", place: "Place", code: "Code at the kiosk",
            codeHelp: "Type the code at the kiosk when you come.",
            keep: "Keep the link to this page. Whoever has it can move and cancel the appointment.",
            move: "Move the appointment", moveButton: "Move to this time", cancel: "Cancel the appointment",
            cancelHelp: "The time becomes free for others at once.", cancelButton: "Yes, cancel",
            over: "The appointment is no longer booked.", chooseTime: "Please choose a time."))
}
