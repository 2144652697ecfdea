import { describe, expect, test } from "vitest";
import { isSecure } from "../../generator/documents/index.js";
import { isPrivateAddress, isPrivateHost } from "../../generator/fetch/private-address.js";

describe("an address", () => {
  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:8.8.8.8",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "ff02::1",
    "no address",
  ])("%s is private", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  test.each(["8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "192.0.2.1", "2606:4700::1111"])(
    "%s is public",
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );
});

describe("a host", () => {
  test.each([
    { url: "https://localhost/", isPrivate: true, isHere: true },
    { url: "https://localhost.:1/", isPrivate: true, isHere: false },
    { url: "https://a.localhost/", isPrivate: true, isHere: false },
    { url: "https://127.1/", isPrivate: true, isHere: true },
    { url: "https://2130706433/", isPrivate: true, isHere: true },
    { url: "https://0x7f.0.0.1/", isPrivate: true, isHere: true },
    { url: "https://[::1]:8443/", isPrivate: true, isHere: true },
    { url: "https://[::ffff:127.0.0.1]/", isPrivate: true, isHere: false },
    { url: "https://169.254.169.254/", isPrivate: true, isHere: false },
    { url: "https://127.0.0.1.example.com/", isPrivate: false, isHere: false },
    { url: "https://localhost.example.com/", isPrivate: false, isHere: false },
  ])("of $url", ({ url, isPrivate, isHere }) => {
    expect({
      isPrivate: isPrivateHost(new URL(url)),
      isHere: isSecure(new URL(url.replace("https", "http"))),
    }).toEqual({ isPrivate, isHere });
  });
});
