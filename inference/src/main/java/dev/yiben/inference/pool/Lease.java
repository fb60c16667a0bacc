package dev.yiben.inference.pool;

/**
 * The right to send one request to a member.
 *
 * @param member whom to ask
 * @param rests how often the member had rested when the request began
 * @param tokens what it is thought to take of the tokens by the minute
 */
record Lease(Member member, int rests, MinuteWindow.Spending tokens) {}
