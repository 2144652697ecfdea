#!/usr/bin/env node
import * as module from "node:module";
import { join } from "node:path";
import type * as Main from "./loaded.js";
import { KeptTexts } from "./kept-texts.js";
import { cacheOf, Replay } from "./replay.js";

/** The file with the rest of the generator, whose name changes with what is in it. Put in when it is bundled. */
declare const mainFile: string;

/**
 * The command line as it is published: a run that could only do what an earlier one did is over before the generator is
 * loaded.
 */
async function start(): Promise<void> {
  const args = process.argv.slice(2);
  const replay = new Replay(args, process, mainFile);
  if (replay.show()) return;
  // Since Node 22 what was compiled is kept, too.
  const keepCompiled: unknown = Reflect.get(module, "enableCompileCache");
  if (typeof keepCompiled === "function") keepCompiled();
  const { main, noteLooks }: typeof Main = await import(mainFile);
  const { stdout, stderr } = replay.begin(noteLooks);
  const terminal = {
    stdout,
    stderr,
    env: process.env,
    // To look at it is to open it, which is for those who ask.
    get stdin() {
      return process.stdin;
    },
  };
  const cache = cacheOf(process.cwd());
  const texts = cache === undefined ? undefined : new KeptTexts(join(cache, "texts"), mainFile);
  process.exitCode = await main(args, terminal, { texts });
  replay.end(process.exitCode);
}

void start();
