/**
 * The way through the user's proxies; {@link dev.yiben.inference.proxy.ProxySettings} is the way
 * in.
 */
package dev.yiben.inference.proxy;
