/// The hall: kiosk, display, booking, in a real Chromium. Same manner as `BrowserScript`.
enum HallScript {
    static let source = BrowserScript.tools + tools + kiosk + display + booking + end

    private static let tools = #"""
        def shot(name, width, height, check=True):
            size(width, height)
            wide = driver.execute_script('return document.documentElement.scrollWidth')
            if wide > width:
                fail(f'{name} at {width}: {wide} wide')
            if shots:
                driver.save_screenshot(os.path.join(shots, f'{name}-{width}.png'))
            if check:
                axe(f'{name} {width}')

        def everywhere(name):
            for width, height in [(1080, 1920), (1920, 1080), (390, 844)]:
                shot(name, width, height)

        def press(selector):
            driver.find_element(By.CSS_SELECTOR, selector).click()

        def is_shown(name):
            return one(name).is_displayed()

        def number():
            return text('number')


        """#

    private static let kiosk = #"""
        try:
            driver.get(base + '/kiosk')
            size(1080, 1920)
            expect('the kiosk welcomes', lambda: 'Velkommen til Prøvedal' in text('welcome'))
            everywhere('kiosk-start')
            size(1080, 1920)
            press('#languages [data-code=en]')
            expect('it speaks English', lambda: 'Take a ticket' in text('to-ticket'))
            press('#to-ticket')
            expect('it asks what about', lambda: 'What is it about?' in text('topic'))
            press('#needs button')
            everywhere('kiosk-topic')
            size(1080, 1920)
            press('#topics button')
            expect('the number is large', lambda: number() == '1')
            expect('nothing is promised without ground', lambda: 'cannot say' in text('expected'))
            expect('who is ahead', lambda: text('ahead') == 'You are next')
            everywhere('kiosk-ticket')
            size(1080, 1920)
            press('#ticket .finish')
            expect('it is at its start again, in its own language', lambda: 'Ta kølapp' in text('to-ticket'))

            # By keyboard alone.
            tab_to('to-ticket')
            type_keys = lambda value: ActionChains(driver).send_keys(value).perform()
            type_keys(Keys.ENTER)
            expect('the topics are there', lambda: is_shown('topic'))
            for _ in range(30):
                type_keys(Keys.TAB)
                if 'other' in (driver.switch_to.active_element.get_attribute('class') or ''):
                    break
            else:
                fail('the last topic cannot be reached by Tab')
            type_keys(Keys.ENTER)
            expect('a second ticket', lambda: number() == '2')
            press('#ticket .finish')

            # The network is cut while a ticket is on its way: once it is back there is one ticket.
            do('stop')
            press('#to-ticket')
            press('#topics button')
            expect('it says that it waits', lambda: 'Ingen forbindelse' in text('wait-text'))
            everywhere('kiosk-offline')
            size(1080, 1920)
            do('start')
            expect('the ticket came', lambda: number() == '3' and is_shown('ticket'))

            # Committed, and the answer lost: the kiosk is switched on again, and asks with the same key.
            press('#ticket .finish')
            driver.execute_script("""
              const wish = { key: 'lost-answer-0123456789abcdef', body: { language: 'nb' }, at: Date.now() };
              return fetch('/api/v1/tickets', { method: 'POST', body: JSON.stringify(wish.body), headers: {
                'Content-Type': 'application/json', 'Idempotency-Key': wish.key } }).then(
                () => localStorage.setItem('skranke-ticket', JSON.stringify(wish)));""")
            expect('the wish is kept', lambda: driver.execute_script(
                "return localStorage.getItem('skranke-ticket') !== null"))
            driver.refresh()
            expect('the same ticket after a restart', lambda: number() == '4' and is_shown('ticket'))
            if do('tickets') != '4':
                fail('there are not four tickets')


        """#

    private static let display = #"""
            # The display hears of calls, survives a restart, and rings for nothing old.
            driver.get(base + '/display')
            size(1920, 1080)
            expect('an empty display says so', lambda: 'Ingen er ropt opp' in text('counter'))
            everywhere('display-empty')
            size(1920, 1080)
            for call in ['1 2', '2 3', '3 1', '4 4']:
                do('call ' + call)
                expect(call, lambda: number() == call.split()[0])
            expect('the counter', lambda: text('counter') == 'Skranke 4')
            expect('it is said aloud', lambda: driver.execute_script(
                "return document.getElementById('said').textContent") == 'Nummer 4 til skranke 4')
            everywhere('display-called')
            size(1920, 1080)
            do('stop')
            expect('a lost line is told', lambda: 'forbindelsen' in text('connection'))
            do('call 1 5')
            do('start')
            expect('what was missed is there', lambda: number() == '1' and text('counter') == 'Skranke 5')
            earlier = [row.text.split()[0] for row in driver.find_elements(By.CSS_SELECTOR, '#earlier li')]
            if earlier != ['4', '3', '2']:
                fail(f'earlier: {earlier}')
            expect('the line is back', lambda: text('connection') == '')
            press('#sound')
            expect('sound is on', lambda: one('sound').get_attribute('aria-pressed') == 'true')
            if 'Kari' in driver.page_source:
                fail('a name on the display')


        """#

    private static let booking = #"""
            # Booking by the form, then the kiosk.
            driver.get(base + '/book?lang=nb')
            everywhere('book-hosts')
            size(390, 844)
            press('a.host')
            expect('free times', lambda: 'Ledige tider' in text('main'))
            everywhere('book-times')
            size(390, 844)
            radio = driver.find_elements(By.CSS_SELECTOR, '.time input')[0]
            driver.execute_script('arguments[0].focus()', radio)
            ActionChains(driver).send_keys(Keys.SPACE).perform()
            one('name').send_keys('Kari Nordmann')
            one('email').send_keys('kari@provedal.example')
            one('about').send_keys('Bod i hagen')
            everywhere('book-filled')
            size(390, 844)
            press('#book-form button[type=submit]')
            expect('the booking has its page', lambda: '/booking/' in driver.current_url)
            expect('a code', lambda: len(text('code')) == 6)
            everywhere('booking')
            size(390, 844)
            first = text('booking')
            press('#move summary')
            times = driver.find_elements(By.CSS_SELECTOR, '#move .time')
            times[0].click()
            press('#move button[type=submit]')
            expect('it was moved', lambda: text('booking') != first and 'flyttet' in text('main'))
            code = text('code')
            link = driver.current_url
            do('the day of the booking')
            driver.get(base + '/kiosk')
            size(1080, 1920)
            press('#to-check-in')
            expect('it asks for the code', lambda: is_shown('code'))
            everywhere('kiosk-check-in')
            size(1080, 1920)
            for digit in '000000':
                press(f'#keys button:nth-child(11)') if digit == '0' else None
            press('#code-form button[type=submit]')
            expect('a wrong code is told', lambda: 'ingen time' in text('problem-text'))
            everywhere('kiosk-problem')
            size(1080, 1920)
            press('#problem .finish')
            press('#to-check-in')
            for digit in code:
                press('#keys button:nth-child(11)' if digit == '0' else f'#keys button:nth-child({digit})')
            press('#code-form button[type=submit]')
            expect('welcome', lambda: is_shown('welcome-in') and 'Byggesaksveiledning' in text('met'))
            everywhere('kiosk-welcome')
            if do('arrived') != 'yes':
                fail('the visitor is not here')
            do('close')
            driver.get(base + '/kiosk')
            expect('closed, and when it opens', lambda: 'stengt' in text('closed') and 'åpner' in text('closed'))
            everywhere('kiosk-closed')


        """#

    private static let end = #"""
            for entry in driver.get_log('browser'):
                if 'Content Security Policy' in entry['message'] or 'Uncaught' in entry['message']:
                    fail('console: ' + entry['message'])
        except Exception as error:
            fail(f'{type(error).__name__}: {error}')
        finally:
            driver.quit()
        print('DONE', flush=True)

        """#
}
