/// A visitor in a real Chromium, driven by selenium: kiosk and display side by side, booking, check-in. It says
/// what it sees by a line, and waits for one in return.
enum VisitorScript {
    static let source = #"""
        import sys
        from selenium import webdriver
        from selenium.webdriver.common.by import By
        from selenium.webdriver.support.ui import WebDriverWait
        from selenium.common.exceptions import WebDriverException

        base = sys.argv[1]
        options = webdriver.ChromeOptions()
        for flag in ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
                     '--no-proxy-server', '--lang=nb']:
            options.add_argument(flag)
        options.binary_location = '/usr/bin/chromium'
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService('/usr/bin/chromedriver'))

        def one(name):
            return driver.find_element(By.ID, name)

        def expect(what, condition):
            try:
                WebDriverWait(driver, 60, ignored_exceptions=[WebDriverException]).until(lambda d: condition())
            except Exception as error:
                print(f'FAIL {what}: {type(error).__name__}; page: {driver.page_source[:3000]}', flush=True)
                driver.quit()
                sys.exit(1)

        def tell(word):
            print(word, flush=True)
            return sys.stdin.readline().strip()

        def press(selector):
            driver.find_element(By.CSS_SELECTOR, selector).click()

        try:
            # The display in one window, the kiosk in another.
            driver.get(base + '/display')
            expect('the display is connected', lambda: one('clock').text != '')
            display = driver.current_window_handle
            driver.switch_to.new_window('window')
            kiosk = driver.current_window_handle
            driver.get(base + '/kiosk?lang=nb')
            expect('the kiosk is open', lambda: one('to-ticket').is_displayed())
            press('#to-ticket')
            press('#topics button')
            expect('a ticket', lambda: one('number').text == '1')
            press('#ticket .finish')
            tell('TICKET 1')
            driver.switch_to.window(display)
            expect('it is called', lambda: one('number').text == '1' and one('counter').text == 'Skranke 2')
            tell('CALLED 1')

            # The gateway is killed; the kiosk's visitor presses, and the display goes on after the restart.
            driver.switch_to.window(kiosk)
            press('#to-ticket')
            press('#topics button')
            expect('the kiosk waits', lambda: 'Ingen forbindelse' in one('wait-text').text)
            tell('WAITS')
            expect('the ticket came', lambda: one('number').text == '2')
            press('#ticket .finish')
            tell('TICKET 2')
            driver.switch_to.window(display)
            expect('the second is called', lambda: one('number').text == '2')
            earlier = [row.text.split()[0] for row in driver.find_elements(By.CSS_SELECTOR, '#earlier li')]
            if earlier != ['1']:
                print(f'FAIL earlier: {earlier}', flush=True)
            tell('CALLED 2')

            # A time is booked, and its code typed at the kiosk.
            driver.switch_to.window(kiosk)
            driver.get(base + '/book?host=truls&lang=nb')
            expect('free times', lambda: len(driver.find_elements(By.CSS_SELECTOR, '.time input')) > 0)
            press('.time')
            one('name').send_keys('Kari Nordmann')
            one('phone').send_keys('59 00 00 99')
            press('#book-form button[type=submit]')
            expect('the booking', lambda: '/booking/' in driver.current_url)
            code = one('code').text
            tell('BOOKED')
            driver.get(base + '/kiosk?lang=nb')
            expect('the kiosk is open again', lambda: one('to-check-in').is_displayed())
            press('#to-check-in')
            one('code').send_keys(code)
            press('#code-form button[type=submit]')
            expect('welcome', lambda: one('welcome-in').is_displayed())
            tell('ARRIVED')
        finally:
            driver.quit()
        print('DONE', flush=True)
        """#
}
