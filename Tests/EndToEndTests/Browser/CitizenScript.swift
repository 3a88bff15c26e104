/// A citizen at a real Chromium, driven by selenium. It says `ASKED reference` when the question is in,
/// waits for a line, and says what it then sees: the answer, the receipt, the status page.
enum CitizenScript {
    static let source = #"""
        import sys
        from selenium import webdriver
        from selenium.webdriver.common.by import By
        from selenium.webdriver.support.ui import WebDriverWait
        from selenium.common.exceptions import WebDriverException

        base, question, answer = sys.argv[1:4]
        options = webdriver.ChromeOptions()
        for flag in ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
                     '--no-proxy-server', '--lang=nb']:
            options.add_argument(flag)
        options.binary_location = '/usr/bin/chromium'
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService('/usr/bin/chromedriver'))

        def lines():
            return driver.find_element(By.ID, 'lines').text

        def expect(what, condition):
            try:
                WebDriverWait(driver, 60, ignored_exceptions=[WebDriverException]).until(lambda d: condition())
            except Exception as error:
                print(f'FAIL {what}: {type(error).__name__}; page: {driver.page_source}', flush=True)
                driver.quit()
                sys.exit(1)

        try:
            driver.get(base + '/?lang=nb')
            expect('the page', lambda: driver.find_element(By.ID, 'question').is_displayed())
            driver.find_element(By.ID, 'question').send_keys(question)
            driver.find_element(By.CSS_SELECTOR, '#ask-form button[type=submit]').click()
            expect('the question stands in the conversation', lambda: question in lines())
            print('ASKED', flush=True)
            expect('the answer', lambda: answer in lines())
            print('ANSWERED', flush=True)
            reference = sys.stdin.readline().strip()
            page = lambda: driver.find_element(By.TAG_NAME, 'body').text
            expect('the receipt with its reference', lambda: reference in page())
            expect('the receipt says when', lambda: 'senest' in page())
            link = driver.find_element(By.CSS_SELECTOR, 'a[href*="/status/"]').get_attribute('href')
            driver.get(link)
            expect('the status page', lambda: reference in page())
            print('SEEN', flush=True)
            sys.stdin.readline()
        finally:
            driver.quit()
        print('DONE', flush=True)
        """#
}
