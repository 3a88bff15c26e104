// libcurl's variadic functions, one for each type of argument.
#ifndef SKRANKE_CCURL_H
#define SKRANKE_CCURL_H
#include <curl/curl.h>

static inline CURLcode sk_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode sk_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode sk_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode sk_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}
typedef size_t (*sk_transfer)(char *bytes, size_t size, size_t count, void *user);
static inline CURLcode sk_set_transfer(CURL *handle, CURLoption option, sk_transfer function) {
    return curl_easy_setopt(handle, option, function);
}
static inline CURLcode sk_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode sk_get_socket(CURL *handle, curl_socket_t *value) {
    return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, value);
}
#endif
