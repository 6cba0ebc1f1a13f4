/**
 * Has Praat measure every .wav of a folder, in the order of their names: a line of tab-separated numbers for each, in measured.tsv beside them.
 * Median pitch in semitones above 27.5 Hz, level in dB of full scale, HNR, jitter, shimmer, and median formants where voiced.
 */
export const PRAAT_SCRIPT = `
form Measure
  sentence folder
endform
list = Create Strings as file list: "list", folder$ + "/*.wav"
count = Get number of strings
for i to count
  selectObject: list
  name$ = Get string: i
  sound = Read from file: folder$ + "/" + name$
  rms = Get root-mean-square: 0, 0
  level = 20 * log10 (rms)
  pitch = To Pitch (ac): 0.016, 60, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 500
  middle = Get quantile: 0, 0, 0.5, "Hertz"
  selectObject: sound
  harmonicity = To Harmonicity (cc): 0.016, 60, 0.1, 1
  hnr = Get mean: 0, 0
  selectObject: sound, pitch
  pulses = To PointProcess (cc)
  jitter = Get jitter (local): 0, 0, 0.0001, 0.02, 1.3
  selectObject: sound, pulses
  shimmer = Get shimmer (local): 0, 0, 0.0001, 0.02, 1.3, 1.6
  selectObject: sound
  formant = To Formant (burg): 0.016, 5, 5500, 0.032, 50
  for f to 3
    selectObject: pitch
    frames = Get number of frames
    n = 0
    for k to frames
      selectObject: pitch
      time = Get time from frame number: k
      hertz = Get value in frame: k, "Hertz"
      if hertz <> undefined
        selectObject: formant
        value = Get value at time: f, time, "hertz", "linear"
        if value <> undefined
          n = n + 1
          found[n] = value
        endif
      endif
    endfor
    if n > 0
      all# = zero# (n)
      for k to n
        all# [k] = found[k]
      endfor
      all# = sort# (all#)
      formant[f] = all# [round ((n + 1) / 2)]
    else
      formant[f] = undefined
    endif
  endfor
  semitones = 12 * log2 (middle / 27.5)
  appendFileLine: folder$ + "/measured.tsv", semitones, tab$, level, tab$, hnr, tab$, jitter, tab$, shimmer, tab$, formant[1], tab$, formant[2], tab$, formant[3]
  removeObject: sound, pitch, harmonicity, pulses, formant
endfor
`;
